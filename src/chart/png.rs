//! A grid of values as a picture in the PNG format.

use super::figure::Grid;
use super::theme::shade;

/// The grid as a picture of greys, in the PNG format, not compressed.
pub fn png(grid: &Grid) -> Vec<u8> {
    let (columns, rows) = (grid.columns as u32, grid.rows as u32);
    let mut lines = Vec::new();
    for row in (0..grid.rows).rev() {
        lines.push(0); // no filter
        lines.extend((0..grid.columns).map(|column| {
            grid.cells.get(row * grid.columns + column).map_or(0, |cell| shade(grid, cell[2]))
        }));
    }
    let mut file = b"\x89PNG\r\n\x1a\n".to_vec();
    let [size, depth] = [[columns.to_be_bytes(), rows.to_be_bytes()].concat(), vec![8, 0, 0, 0, 0]];
    chunk(&mut file, b"IHDR", &[size, depth].concat());
    chunk(&mut file, b"IDAT", &stored(&lines));
    chunk(&mut file, b"IEND", &[]);
    file
}

fn chunk(file: &mut Vec<u8>, kind: &[u8; 4], data: &[u8]) {
    file.extend((data.len() as u32).to_be_bytes());
    let body = [kind.as_slice(), data].concat();
    file.extend(&body);
    file.extend(checksum(&body).to_be_bytes());
}

/// A zlib stream of blocks that are not compressed (RFC 1950 and 1951).
fn stored(data: &[u8]) -> Vec<u8> {
    let mut stream = vec![0x78, 0x01];
    let blocks = data.len().div_ceil(0xffff);
    for (index, block) in data.chunks(0xffff).enumerate() {
        let length = block.len() as u16;
        stream.push(u8::from(index + 1 == blocks));
        stream.extend(length.to_le_bytes());
        stream.extend((!length).to_le_bytes());
        stream.extend(block);
    }
    // Adler's checksum.
    let (mut a, mut b) = (1_u32, 0_u32);
    for byte in data {
        a = (a + u32::from(*byte)) % 65_521;
        b = (b + a) % 65_521;
    }
    stream.extend((b << 16 | a).to_be_bytes());
    stream
}

/// The cyclic redundancy check of PNG (ISO 3309), bit by bit.
pub fn checksum(data: &[u8]) -> u32 {
    let mut remainder = u32::MAX;
    for byte in data {
        remainder ^= u32::from(*byte);
        for _ in 0..8 {
            remainder = (remainder >> 1) ^ (0xedb8_8320 & (remainder & 1).wrapping_neg());
        }
    }
    !remainder
}

/// A picture as an address that holds it.
pub fn data_uri(file: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = "data:image/png;base64,".to_owned();
    for three in file.chunks(3) {
        let bits =
            three.iter().fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte)) << (8 * (3 - three.len()));
        for digit in 0..4 {
            let value = bits >> (18 - 6 * digit) & 63;
            text.push(if digit > three.len() { '=' } else { DIGITS[value as usize] as char });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::Role;
    use crate::number::Format;

    #[test]
    fn checksums_and_digits_are_those_of_the_standards() {
        assert_eq!(checksum(b"123456789"), 0xcbf4_3926);
        assert_eq!(checksum(b"IEND"), 0xae42_6082);
        assert_eq!(stored(b"Wikipedia")[16..], 0x11e6_0398_u32.to_be_bytes());
        assert_eq!(data_uri(b"Man"), "data:image/png;base64,TWFu");
        assert_eq!(data_uri(b"Ma"), "data:image/png;base64,TWE=");
        assert_eq!(data_uri(b"M"), "data:image/png;base64,TQ==");
    }

    #[test]
    fn the_first_row_of_a_grid_is_the_lowest_of_its_picture() {
        let cells = vec![[0.0, 0.0, 0.0], [1.0, 0.0, 0.5], [0.0, 1.0, 1.0], [1.0, 1.0, f64::NAN]];
        let grid = Grid {
            id: "map",
            label: "",
            columns: 2,
            rows: 2,
            cells,
            range: (0.0, 1.0),
            format: Format::Percent,
            role: Role::Clever,
        };
        let file = png(&grid);
        let at = file.windows(4).position(|four| four == b"IDAT").unwrap() + 4 + 2 + 5;
        assert_eq!(file[at..at + 6], [0, 255, 0, 0, 10, 133]);
    }
}
