//! Points that fill a cube evenly: the Sobol' sequence.
//!
//! 1,024 of them tell a share to about one in a hundred where as many random
//! ones tell it to three, and they are the same for everybody, without a seed.

/// How many points there are: two to the power of [`BITS`].
pub const POINTS: u32 = 1 << BITS;

/// The most dimensions that the table below has.
pub const DIMENSIONS: usize = TABLE.len() + 1;

/// Binary digits of a coordinate.
const BITS: usize = 10;

/// A polynomial's coefficients and the first direction numbers of each
/// dimension from the second on: the columns `a` and `m_i` of
/// `new-joe-kuo-6.21201` (S. Joe and F. Y. Kuo, Constructing Sobol sequences
/// with better two-dimensional projections, SIAM J. Sci. Comput. 30, 2008;
/// <https://web.maths.unsw.edu.au/~fkuo/sobol/>).
///
/// A crate would carry tables for thousands of dimensions; no simulator has
/// more than some twenty parameters. Tested against SciPy's.
const TABLE: [(u32, &[u32]); 31] = [
    (0, &[1]),
    (1, &[1, 3]),
    (1, &[1, 3, 1]),
    (2, &[1, 1, 1]),
    (1, &[1, 1, 3, 3]),
    (4, &[1, 3, 5, 13]),
    (2, &[1, 1, 5, 5, 17]),
    (4, &[1, 1, 5, 5, 5]),
    (7, &[1, 1, 7, 11, 19]),
    (11, &[1, 1, 5, 1, 1]),
    (13, &[1, 1, 1, 3, 11]),
    (14, &[1, 3, 5, 5, 31]),
    (1, &[1, 3, 3, 9, 7, 49]),
    (13, &[1, 1, 1, 15, 21, 21]),
    (16, &[1, 3, 1, 13, 27, 49]),
    (19, &[1, 1, 1, 15, 7, 5]),
    (22, &[1, 3, 1, 15, 13, 25]),
    (25, &[1, 1, 5, 5, 19, 61]),
    (1, &[1, 3, 7, 11, 23, 15, 103]),
    (4, &[1, 3, 7, 13, 13, 15, 69]),
    (7, &[1, 1, 3, 13, 7, 35, 63]),
    (8, &[1, 3, 5, 9, 1, 25, 53]),
    (14, &[1, 3, 1, 13, 9, 35, 107]),
    (19, &[1, 3, 1, 5, 27, 61, 31]),
    (21, &[1, 1, 5, 11, 19, 41, 61]),
    (28, &[1, 3, 5, 3, 3, 13, 69]),
    (31, &[1, 1, 7, 13, 1, 19, 1]),
    (32, &[1, 3, 7, 5, 13, 19, 59]),
    (37, &[1, 1, 3, 9, 25, 29, 41]),
    (41, &[1, 3, 5, 13, 23, 1, 55]),
    (42, &[1, 3, 7, 3, 13, 59, 17]),
];

/// One coordinate of all points.
#[derive(Clone, Debug, PartialEq)]
pub struct Coordinate([u32; BITS]);

impl Coordinate {
    /// That of a dimension. Beyond the table they begin anew.
    pub fn new(dimension: usize) -> Self {
        let mut numbers = [1; BITS];
        if let Some(row) = (dimension % DIMENSIONS).checked_sub(1) {
            let (polynomial, first) = TABLE[row];
            let degree = first.len();
            numbers[..degree].copy_from_slice(first);
            for at in degree..BITS {
                numbers[at] = numbers[at - degree] ^ (numbers[at - degree] << degree);
                for back in 1..degree {
                    if (polynomial >> (degree - 1 - back)) & 1 == 1 {
                        numbers[at] ^= numbers[at - back] << back;
                    }
                }
            }
        }
        Self(std::array::from_fn(|at| numbers[at] << (BITS - 1 - at)))
    }

    /// Where a point lies, in 1,024ths. Each of them is the place of one point.
    pub fn step(&self, point: u32) -> u32 {
        let Self(directions) = self;
        let is_set = |at: &usize| (point >> at) & 1 == 1;
        (0..BITS).filter(is_set).fold(0, |place, at| place ^ directions[at])
    }

    /// Where a point lies between 0 and 1, in the middle of its step.
    pub fn at(&self, point: u32) -> f64 {
        (f64::from(self.step(point)) + 0.5) / f64::from(POINTS)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// From SciPy 1.17.1, `qmc.Sobol(32, scramble=False)`: its first eight
    /// points, which are the same in any order of the first eight, and for the
    /// first 2^k points the sums of products of neighbouring coordinates. In
    /// 1,024ths.
    #[derive(serde::Deserialize)]
    struct Published {
        first: Vec<Vec<u32>>,
        sums: Vec<Vec<u64>>,
    }

    #[test]
    fn points_are_those_of_scipy() {
        let published: Published = serde_json::from_str(include_str!("../../tests/sobol.json")).unwrap();
        let all: Vec<Coordinate> = (0..DIMENSIONS).map(Coordinate::new).collect();
        let point = |at: u32| all.iter().map(|coordinate| coordinate.step(at)).collect::<Vec<_>>();
        let mut first: Vec<_> = (0..8).map(point).collect();
        let mut expected = published.first;
        first.sort();
        expected.sort();
        assert_eq!(first, expected);
        assert_eq!(published.sums.len(), BITS + 1);
        for (power, expected) in published.sums.iter().enumerate() {
            let sum = |dimension: usize| {
                let (one, other) = (&all[dimension], &all[(dimension + 1) % DIMENSIONS]);
                (0..1 << power).map(|at| u64::from(one.step(at)) * u64::from(other.step(at))).sum::<u64>()
            };
            assert_eq!(&(0..DIMENSIONS).map(sum).collect::<Vec<_>>(), expected, "first 2^{power}");
        }
    }

    #[test]
    fn the_first_points_of_each_power_of_two_have_each_step_once() {
        for coordinate in (0..DIMENSIONS).map(Coordinate::new) {
            for power in 0..=BITS {
                let mut steps: Vec<u32> =
                    (0..1 << power).map(|at| coordinate.step(at) >> (BITS - power)).collect();
                steps.sort_unstable();
                assert!(steps.into_iter().eq(0..1 << power));
            }
            let sum: f64 = (0..POINTS).map(|at| coordinate.at(at)).sum();
            assert_eq!(sum, f64::from(POINTS) / 2.0);
        }
    }
}
