//! A grid of values as a picture in the PNG format.

use super::figure::Grid;
use super::theme::shade;
use crate::number::Format;

/// The grid as a picture of greys, in the PNG format, not compressed.
pub fn png(grid: &Grid) -> Vec<u8> {
    let pixel = |column: usize, row: usize| shade_of(grid, column, row);
    file(grid.columns, grid.rows, &[], &pixel)
}

/// The grid as a picture between two colours, `[red, green, blue]`. It begins
/// and ends in the middle of the outermost cells, as the frame of a map does,
/// and has two pixels for each cell: between shades there are shades, and
/// between words there is nothing.
pub fn coloured_png(grid: &Grid, [paper, colour]: [[u8; 3]; 2]) -> Vec<u8> {
    let between = |at: usize, shade: u32| {
        ((u32::from(paper[at]) * (255 - shade) + u32::from(colour[at]) * shade + 127) / 255) as u8
    };
    let palette: Vec<u8> = (0..=255).flat_map(|shade| [0, 1, 2].map(|at| between(at, shade))).collect();
    // A pixel lies a quarter of a cell from the middle of the one that it
    // belongs to, on the side of the other.
    let cells = |pixel: usize| (pixel.div_ceil(2), pixel / 2 + 1 - pixel % 2);
    let pixel = |column: usize, row: usize| {
        let ((x, next_x), (y, next_y)) = (cells(column), cells(row));
        if let Format::Words(_) = grid.format {
            return shade_of(grid, x, y);
        }
        let shade = |column, row| u32::from(shade_of(grid, column, row));
        let along = |row| 3 * shade(x, row) + shade(next_x, row);
        ((3 * along(y) + along(next_y) + 8) / 16) as u8
    };
    let pixels = |cells: usize| (2 * cells).saturating_sub(2).max(1);
    file(pixels(grid.columns), pixels(grid.rows), &palette, &pixel)
}

/// How dark a cell is, of 255; rows count from below.
fn shade_of(grid: &Grid, column: usize, row: usize) -> u8 {
    let (column, row) = (column.min(grid.columns.saturating_sub(1)), row.min(grid.rows.saturating_sub(1)));
    grid.cells.get(row * grid.columns + column).map_or(0, |cell| shade(grid, cell[2]))
}

/// A picture in the PNG format, not compressed: greys, or places in a palette
/// of red, green and blue if there is one. `pixel` says what is in a column and
/// a row, which count from below.
fn file(columns: usize, rows: usize, palette: &[u8], pixel: &dyn Fn(usize, usize) -> u8) -> Vec<u8> {
    let mut lines = Vec::new();
    for row in (0..rows).rev() {
        lines.push(0); // no filter
        lines.extend((0..columns).map(|column| pixel(column, row)));
    }
    let mut file = b"\x89PNG\r\n\x1a\n".to_vec();
    let size = [columns as u32, rows as u32].map(u32::to_be_bytes).concat();
    let kind = if palette.is_empty() { 0 } else { 3 };
    chunk(&mut file, b"IHDR", &[size, vec![8, kind, 0, 0, 0]].concat());
    if !palette.is_empty() {
        chunk(&mut file, b"PLTE", palette);
    }
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

    #[test]
    fn checksums_and_digits_are_those_of_the_standards() {
        assert_eq!(checksum(b"123456789"), 0xcbf4_3926);
        assert_eq!(checksum(b"IEND"), 0xae42_6082);
        assert_eq!(stored(b"Wikipedia")[16..], 0x11e6_0398_u32.to_be_bytes());
        assert_eq!(data_uri(b"Man"), "data:image/png;base64,TWFu");
        assert_eq!(data_uri(b"Ma"), "data:image/png;base64,TWE=");
        assert_eq!(data_uri(b"M"), "data:image/png;base64,TQ==");
    }

    fn grid(format: Format) -> Grid {
        let cells = vec![[0.0, 0.0, 0.0], [1.0, 0.0, 0.5], [0.0, 1.0, 1.0], [1.0, 1.0, f64::NAN]];
        Grid {
            id: "map",
            label: "",
            columns: 2,
            rows: 2,
            cells,
            range: (0.0, 1.0),
            format,
            role: Role::Clever,
        }
    }

    /// What follows a chunk's name.
    fn after<'a>(file: &'a [u8], name: &[u8; 4]) -> &'a [u8] {
        &file[file.windows(4).position(|four| four == name).unwrap() + 4..]
    }

    #[test]
    fn the_first_row_of_a_grid_is_the_lowest_of_its_picture() {
        let file = png(&grid(Format::Percent));
        assert_eq!(after(&file, b"IDAT")[7..13], [0, 255, 0, 0, 10, 133]);
    }

    #[test]
    fn a_picture_in_colours_begins_in_the_middle_of_a_cell() {
        let colours = [[255, 250, 240], [0, 100, 40]];
        let file = coloured_png(&grid(Format::Percent), colours);
        let palette = after(&file, b"PLTE");
        assert_eq!((&palette[..3], &palette[765..768]), (&colours[0][..], &colours[1][..]));
        let mixed = |parts: [u32; 4]| {
            let [a, b, c, d] = parts;
            ((9 * a + 3 * (b + c) + d + 8) / 16) as u8
        };
        let (lower, upper) = ([10, 133], [255, 0]);
        let [left, right] = [0, 1].map(|at| mixed([upper[at], upper[1 - at], lower[at], lower[1 - at]]));
        assert_eq!(after(&file, b"IDAT")[7..10], [0, left, right]);
        // Words do not mix.
        let file = coloured_png(&grid(Format::Words(&["no", "yes"])), colours);
        assert_eq!(after(&file, b"IDAT")[7..13], [0, 255, 0, 0, 10, 133]);
    }
}
