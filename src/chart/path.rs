//! Path data: short, relative, whole numbers.

/// A place in the picture, in quarter pixels.
pub type Place = (i32, i32);

/// The `d` of an SVG path, written as it grows.
#[derive(Debug, Default)]
pub struct PathData {
    text: String,
    /// The last command, which need not be repeated.
    command: char,
    /// Where the pen is.
    at: Place,
}

impl PathData {
    /// Moves the pen to a place.
    pub fn go(&mut self, to: Place) {
        if self.text.is_empty() {
            self.command('M', &[to.0, to.1]);
        } else {
            self.command('m', &[to.0 - self.at.0, to.1 - self.at.1]);
        }
        self.at = to;
    }

    /// Draws lines from place to place, starting at the first. Places on the
    /// way from one to another, to within a quarter pixel, are left out.
    pub fn line(&mut self, places: &[Place]) {
        let places = simplified(places);
        let Some((first, rest)) = places.split_first() else { return };
        self.go(*first);
        for to in rest {
            match (to.0 - self.at.0, to.1 - self.at.1) {
                (dx, 0) => self.command('h', &[dx]),
                (0, dy) => self.command('v', &[dy]),
                (dx, dy) => self.command('l', &[dx, dy]),
            }
            self.at = *to;
        }
    }

    /// Draws a closed shape.
    pub fn shape(&mut self, places: &[Place]) {
        if let Some(first) = places.first() {
            self.line(places);
            self.text.push('z');
            self.command = 'z';
            self.at = *first;
        }
    }

    /// Draws a disc: a line of no length, whose round ends the style sheet
    /// makes as thick as the disc is wide.
    pub fn disc(&mut self, centre: Place) {
        self.go(centre);
        self.command('h', &[0]);
    }

    /// The finished data.
    #[must_use]
    pub fn finish(self) -> String {
        self.text
    }

    fn command(&mut self, command: char, numbers: &[i32]) {
        // After a move, a bare pair would be a line.
        if command != self.command || matches!(command, 'm' | 'M') {
            self.text.push(command);
            self.command = command;
        } else if numbers[0] >= 0 {
            self.text.push(' ');
        }
        for (at, number) in numbers.iter().enumerate() {
            if at > 0 && *number >= 0 {
                self.text.push(' ');
            }
            self.text.push_str(&number.to_string());
        }
    }
}

/// The places without those within a quarter pixel of the line between their
/// neighbours that stay (Douglas and Peucker's method).
fn simplified(places: &[Place]) -> Vec<Place> {
    let mut kept = Vec::with_capacity(places.len());
    if let (Some(first), Some(last)) = (places.first(), places.last()) {
        kept.push(*first);
        keep_between(places, &mut kept);
        if places.len() > 1 && (last != first || kept.len() > 1) {
            kept.push(*last);
        }
    }
    kept
}

fn keep_between(places: &[Place], kept: &mut Vec<Place>) {
    let (Some(&from), Some(&to)) = (places.first(), places.last()) else { return };
    let (dx, dy) = (i64::from(to.0 - from.0), i64::from(to.1 - from.1));
    let length_squared = dx * dx + dy * dy;
    let (mut farthest, mut at) = (length_squared.max(1), 0);
    for (index, place) in places.iter().enumerate() {
        let (px, py) = (i64::from(place.0 - from.0), i64::from(place.1 - from.1));
        let distance =
            if length_squared == 0 { px * px + py * py } else { (dx * py - dy * px) * (dx * py - dy * px) };
        if distance > farthest {
            (farthest, at) = (distance, index);
        }
    }
    if at > 0 {
        keep_between(&places[..=at], kept);
        kept.push(places[at]);
        keep_between(&places[at..], kept);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(draw: impl Fn(&mut PathData)) -> String {
        let mut path = PathData::default();
        draw(&mut path);
        path.finish()
    }

    #[test]
    fn paths_are_relative_and_say_nothing_twice() {
        assert_eq!(drawn(|path| path.line(&[(10, 20), (15, 26), (22, 18)])), "M10 20l5 6 7-8");
        assert_eq!(drawn(|path| path.line(&[(0, 0), (8, 0), (8, -4)])), "M0 0h8v-4");
        assert_eq!(drawn(|path| path.shape(&[(1, 1), (5, 1), (5, 5)])), "M1 1h4v4z");
        assert_eq!(drawn(|path| path.line(&[])), "");
        let twice = drawn(|path| {
            path.shape(&[(1, 1), (5, 1), (5, 5)]);
            path.line(&[(2, 0), (4, 1)]);
            path.disc((4, 9));
            path.disc((4, 19));
        });
        assert_eq!(twice, "M1 1h4v4zm1-1l2 1m0 8h0m0 10h0");
    }

    #[test]
    fn a_straight_line_costs_two_points_however_many_it_had() {
        let points: Vec<Place> = (0..200).map(|x| (x * 10, (x * 333 + 50) / 100)).collect();
        assert_eq!(drawn(|path| path.line(&points)), "M0 0l1990 663");
    }

    #[test]
    fn a_curve_stays_within_a_quarter_pixel() {
        let curve: Vec<Place> = (0..200).map(|x| (x * 10, x * x / 20)).collect();
        let kept = simplified(&curve);
        assert!(kept.len() < 60, "{}", kept.len());
        for place in curve {
            let near = kept.windows(2).any(|pair| {
                let ((x0, y0), (x1, y1)) = (pair[0], pair[1]);
                let (dx, dy) = (f64::from(x1 - x0), f64::from(y1 - y0));
                let cross = dx * f64::from(place.1 - y0) - dy * f64::from(place.0 - x0);
                (x0..=x1).contains(&place.0) && cross.abs() / dx.hypot(dy) <= 1.01
            });
            assert!(near, "{place:?}");
        }
    }
}
