//! Shares in words. None is said to be all or nothing that is not.

/// How many that is of a hundred: `74 of 100`, `fewer than 1 of 100`.
#[must_use]
pub fn of_hundred(count: u32, of: u32) -> String {
    rounded(count, of, ["fewer than 1", "more than 99"]) + " of 100"
}

/// The same as a percentage: `74 %`, `less than 1 %`.
#[must_use]
pub fn percent(count: u32, of: u32) -> String {
    rounded(count, of, ["less than 1", "more than 99"]) + "\u{a0}%"
}

fn rounded(count: u32, of: u32, [few, many]: [&str; 2]) -> String {
    match (200 * count + of) / (2 * of) {
        0 if count > 0 => few.to_owned(),
        100 if count < of => many.to_owned(),
        share => share.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn none_and_all_are_said_of_none_and_all_alone() {
        let check = |count, words: &str| assert_eq!(of_hundred(count, 1024), words);
        check(0, "0 of 100");
        check(1, "fewer than 1 of 100");
        check(5, "fewer than 1 of 100");
        check(6, "1 of 100");
        check(512, "50 of 100");
        check(757, "74 of 100");
        check(1018, "99 of 100");
        check(1019, "more than 99 of 100");
        check(1023, "more than 99 of 100");
        check(1024, "100 of 100");
        assert_eq!(percent(470, 1271), "37\u{a0}%");
        assert_eq!(percent(1, 1271), "less than 1\u{a0}%");
    }
}
