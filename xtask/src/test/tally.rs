//! What runners print, read: how many tests ended how, and how long each took.

/// How many tests ended how, and how long those took that say so.
#[derive(Clone, Default, Debug, PartialEq)]
pub struct Tally {
    /// Tests that passed.
    pub passed: usize,
    /// Tests that failed, and those that did not run: a test that nobody runs proves nothing.
    pub failed: usize,
    /// Name and seconds of each test.
    pub times: Vec<(String, f64)>,
}

impl Tally {
    /// One thing that passes or fails as a whole.
    pub fn one(passed: bool) -> Self {
        Self { passed: usize::from(passed), failed: usize::from(!passed), times: Vec::new() }
    }

    /// Adds the tests of another.
    pub fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.times.extend(other.times);
    }
}

/// Adds up the lines `test result: ok. 12 passed; 0 failed; 1 ignored; ...` of
/// Rust's runner and reads the times that it was asked for.
pub fn of_cargo(printed: &str) -> Tally {
    let mut tally = Tally::default();
    for line in printed.lines().map(str::trim) {
        if let Some(result) = line.strip_prefix("test result: ") {
            let count = |label| {
                let parts = result.split([';', '.']).map(str::trim);
                parts.filter_map(|part| part.strip_suffix(label)?.trim().parse::<usize>().ok()).sum::<usize>()
            };
            tally.passed += count("passed");
            tally.failed += count("failed") + count("ignored");
        } else if let Some((name, rest)) =
            line.strip_prefix("test ").and_then(|test| test.split_once(" ... "))
        {
            let seconds = rest.rsplit_once('<').and_then(|(_, time)| time.strip_suffix("s>")?.parse().ok());
            tally.times.extend(seconds.map(|seconds| (name.to_owned(), seconds)));
        }
    }
    tally
}

/// Reads the closing lines `ℹ pass 12`, `ℹ fail 0`, ... of Node's runner, and
/// the lines `✔ name (12.3ms)` of its tests. What a filter passed over counts
/// as nothing.
pub fn of_node(printed: &str, is_filtered: bool) -> Tally {
    let count = |label: &str| {
        let mut counts = printed.lines().rev().filter_map(|line| {
            let mut words = line.split_whitespace().skip(1);
            (words.next()? == label).then(|| words.next()?.parse::<usize>().ok()).flatten()
        });
        counts.next().unwrap_or(0)
    };
    let not_passed: &[&str] =
        if is_filtered { &["fail", "cancelled"] } else { &["fail", "cancelled", "skipped", "todo"] };
    // A suite says when it begins and when it ends, a test only the second.
    let suites: Vec<&str> = printed.lines().filter_map(|line| line.trim().strip_prefix("▶ ")).collect();
    let time = |line: &str| {
        let (name, time) = line.trim().strip_prefix(['✔', '✖'])?.trim().rsplit_once(" (")?;
        let seconds = time.strip_suffix("ms)")?.parse::<f64>().ok()? / 1000.0;
        (!suites.contains(&name)).then(|| (name.to_owned(), seconds))
    };
    // What failed is told a second time at the end.
    let all = printed.split("✖ failing tests:").next().unwrap_or_default();
    Tally {
        passed: count("pass"),
        failed: not_passed.iter().map(|label| count(label)).sum(),
        times: all.lines().filter_map(time).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn adds_up_what_cargo_counts() {
        let printed = "running 3 tests\ntest a::b ... ok <1.250s>\ntest a::c ... ok\n\
                       test result: ok. 2 passed; 0 failed; 1 ignored; 0 measured; 4 filtered out; \
                       finished in 0.00s\n\ntest result: FAILED. 5 passed; 2 failed; 0 ignored; 0 filtered out";
        let expected = Tally { passed: 7, failed: 3, times: vec![("a::b".to_owned(), 1.25)] };
        assert_eq!(of_cargo(printed), expected);
        assert_eq!(of_cargo("error: could not compile"), Tally::default());
    }

    #[test]
    fn reads_what_node_counts() {
        let printed = "▶ a suite\n✔ pass the salt (3ms)\n  ✖ fail (1500.5ms)\n✔ a suite (9ms)\nℹ tests 10\nℹ suites 0\nℹ pass 6\nℹ fail 1\n\
                       ℹ cancelled 1\nℹ skipped 2\nℹ todo 0\n✖ failing tests:\n✖ fail (1500.5ms)";
        let times = vec![("pass the salt".to_owned(), 0.003), ("fail".to_owned(), 1.5005)];
        assert_eq!(of_node(printed, false), Tally { passed: 6, failed: 4, times: times.clone() });
        assert_eq!(of_node(printed, true), Tally { passed: 6, failed: 2, times });
    }
}
