//! What the README's commands run: serve, build, test, bench.
//!
//! The others are made of `build`, and all of them find or install
//! what they need through [`tools`]. Nothing is written outside the project
//! folder except Debian packages, and those only as root.

mod process;
mod tools;
mod http;
mod profile;
mod small_std;
mod shrink;
mod module;
mod build;
mod carry;
mod serve;
mod sizes;
mod test;
mod bench;

use std::path::Path;
use std::process::ExitCode;

use bench::Measure;
use process::Outcome;
use profile::Profile;
use test::Extent;
use tools::Tools;

const USAGE: &str = "usage:
  cargo xtask serve [--port NUMBER] [--host ADDRESS]
                                      serve the site locally and reload on every change; with the host 0.0.0.0 or ::
                                      other machines reach it, a phone for one
  cargo xtask build [--base ADDRESS]  leave the finished site in dist/; the address, a path or https://HOST/PATH/,
                                      is where it will be served, for what other sites read
  cargo xtask build --draft           leave a site for developers in target/draft/, quickly: one large program for all pages
  cargo xtask build --single SIMULATOR [--base ADDRESS]
                                      leave one HTML file of a simulator with everything inside
  cargo xtask carry ADDRESS           put beside the site in dist/ what the live one at this address, or in this folder,
                                      has of former versions, so that open and cached pages go on working
  cargo xtask test                    run every check and test; the last line is the total
  cargo xtask test WORD               run the steps, files and tests that have this word in their names
  cargo xtask test --quick            format, lints, native tests, and one page of each kind in Chromium
  cargo xtask test --thorough         run what differs in numbers alone, too: all presets in all settings
  cargo xtask bench                   measure the site beside its peers and write bench/RESULTS.md
  cargo xtask bench --trial           try whether all can be measured, on one page of the site in dist/";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments.iter().map(String::as_str).collect::<Vec<_>>()) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[&str]) -> Outcome<bool> {
    let tools = Tools::new()?;
    match *arguments {
        ["serve", ref options @ ..] => {
            let (host, port) = place(options)?;
            serve::serve(&tools, host, port)?;
        }
        ["build"] => build_and_weigh(&tools, None)?,
        ["build", "--draft"] => build::build(&tools, Profile::Development, None, &build::draft(&tools))?,
        ["build", "--base", base] => build_and_weigh(&tools, Some(base))?,
        ["build", "--single", simulator] => build_single(&tools, simulator, None)?,
        ["build", "--single", simulator, "--base", base] => build_single(&tools, simulator, Some(base))?,
        ["carry", live] => carry(&tools, live, &tools.root().join("dist"))?,
        ["carry", live, "--into", folder] => carry(&tools, live, Path::new(folder))?,
        ["bench"] => bench::bench(&tools, Measure::All)?,
        ["bench", "--trial"] => bench::bench(&tools, Measure::Trial)?,
        ["test"] => return test::test(&tools, Extent::Ordinary, None),
        ["test", "--quick"] => return test::test(&tools, Extent::Quick, None),
        ["test", "--thorough"] => return test::test(&tools, Extent::Thorough, None),
        ["test", filter] if !filter.starts_with('-') => {
            return test::test(&tools, Extent::Ordinary, Some(filter));
        }
        _ => return Err(USAGE.into()),
    }
    Ok(true)
}

/// The host and the port of `serve`, from its options.
fn place<'a>(options: &[&'a str]) -> Outcome<(&'a str, u16)> {
    match *options {
        [] => Ok(("127.0.0.1", 8080)),
        [ref before @ .., "--host", host] => Ok((host, place(before)?.1)),
        [ref before @ .., "--port", port] => Ok((place(before)?.0, port.parse().map_err(|_| USAGE)?)),
        _ => Err(USAGE.into()),
    }
}

fn build_and_weigh(tools: &Tools, base: Option<&str>) -> Outcome {
    let dist = tools.root().join("dist");
    build::build(tools, Profile::Release, base, &dist)?;
    print!("{}", sizes::weigh(&dist)?.report);
    println!("The site is in dist/.");
    Ok(())
}

fn build_single(tools: &Tools, simulator: &str, base: Option<&str>) -> Outcome {
    let file = build::build_single(tools, simulator, base)?;
    let bytes = std::fs::metadata(&file).map_or(0, |about| about.len());
    println!("{} has {} KiB and needs no other file.", file.display(), bytes.div_ceil(1024));
    Ok(())
}

fn carry(tools: &Tools, live: &str, folder: &Path) -> Outcome {
    let kept = carry::carry(tools, live, folder)?;
    println!("{kept} files of former versions stay in {}.", folder.display());
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn serve_is_told_its_place_in_any_order() {
        let check = |options: &[&str], expected| assert_eq!(place(options).ok(), expected, "{options:?}");
        check(&[], Some(("127.0.0.1", 8080)));
        check(&["--port", "9000"], Some(("127.0.0.1", 9000)));
        check(&["--host", "::"], Some(("::", 8080)));
        check(&["--host", "0.0.0.0", "--port", "1"], Some(("0.0.0.0", 1)));
        check(&["--port", "1", "--host", "0.0.0.0"], Some(("0.0.0.0", 1)));
        for wrong in [&["--port"][..], &["--port", "x"], &["--hosts", "::"], &["8080"]] {
            check(wrong, None);
        }
    }
}
