//! Side by side without overlap: labels along one direction.

use crate::math::sort_short;

/// Where to put things of some sizes that want to be centred at some places,
/// so that none overlaps another, all lie between two ends if they can, and
/// they move as little as possible. Gives the new centres.
#[must_use]
pub fn spread(things: &[(i32, i32)], from: i32, to: i32) -> Vec<i32> {
    let mut order: Vec<usize> = (0..things.len()).collect();
    sort_short(&mut order, |&a, &b| things[a].0 < things[b].0);
    // Neighbours that would overlap join into blocks; each block stands where
    // its members would on average, within the ends.
    let mut blocks: Vec<Block> = Vec::new();
    for index in order {
        let (centre, size) = things[index];
        let mut block = Block { members: vec![index], size, wanted: i64::from(centre - size / 2), start: 0 };
        block.settle(from, to);
        while let Some(before) = blocks.pop_if(|before| before.start + before.size > block.start) {
            block = before.joined(block);
            block.settle(from, to);
        }
        blocks.push(block);
    }
    let mut centres = vec![0; things.len()];
    for block in blocks {
        let mut at = block.start;
        for index in block.members {
            centres[index] = at + things[index].1 / 2;
            at += things[index].1;
        }
    }
    centres
}

struct Block {
    members: Vec<usize>,
    size: i32,
    /// The sum of the starts of the block that its members would like.
    wanted: i64,
    start: i32,
}

impl Block {
    fn settle(&mut self, from: i32, to: i32) {
        let mean = self.wanted.div_euclid(self.members.len() as i64) as i32;
        self.start = mean.min(to - self.size).max(from);
    }

    fn joined(mut self, after: Self) -> Self {
        self.wanted += after.wanted - after.members.len() as i64 * i64::from(self.size);
        self.size += after.size;
        self.members.extend(after.members);
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn things_move_apart_no_farther_than_they_must() {
        type Case<'a> = (&'a [(i32, i32)], &'a [i32]);
        let table: [Case; 6] = [
            (&[(10, 4), (50, 4)], &[10, 50]),
            (&[(10, 4), (10, 4)], &[8, 12]),
            (&[(50, 4), (10, 4), (50, 4)], &[48, 10, 52]),
            // Against the ends.
            (&[(0, 10), (100, 10)], &[5, 95]),
            (&[(1, 10), (2, 10), (100, 10)], &[5, 15, 95]),
            (&[(90, 10), (99, 10), (99, 10)], &[75, 85, 95]),
        ];
        for (things, centres) in table {
            assert_eq!(spread(things, 0, 100), centres, "{things:?}");
        }
    }
}
