//! The command line: the same models without a browser, and the generator of
//! the site.

use std::fs;
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};
use what_survives::export::{self, Asked, Exploration, Given, Signs};
use what_survives::params::Notice;
use what_survives::simulator::AnySimulator;
use what_survives::simulators::{ALL, find};
use what_survives::site::{self, Base};

const EXAMPLES: &str = "Examples:
  what-survives list
  what-survives export waluigi-decay 'reveal=0.02&horizon=5000' --format csv
  what-survives export --from state.json --format markdown
  what-survives figure waluigi-decay suspicion 'reveal=0.02' --out suspicion.svg
  what-survives explore waluigi-decay 'reveal=0.001~0.05' --format markdown";

/// Interactive models for essays on AI alignment, on the command line.
#[derive(Parser)]
#[command(name = "what-survives", version, after_help = EXAMPLES)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Lists the simulators: id and question.
    List,
    /// Writes what a simulator says: all numbers, figures and claims.
    Export {
        /// The id of a simulator; a state that is read names it itself.
        #[arg(value_parser = simulator, required_unless_present = "from")]
        simulator: Option<Chosen>,
        /// Parameters as in a link, such as 'reveal=0.02&horizon=5000'.
        query: Option<String>,
        /// A state to begin with: JSON that this command or a page has
        /// written; `-` for standard input.
        #[arg(long)]
        from: Option<PathBuf>,
        /// What to write.
        #[arg(long, value_enum, default_value_t = Format::Json)]
        format: Format,
        /// The address of the site's root, which the export names.
        #[arg(long, default_value = "")]
        site: String,
        /// Where to write it; standard output if left out.
        #[arg(long)]
        out: Option<PathBuf>,
    },
    /// Writes the JSON schema of an exported state.
    Schema,
    /// Draws one figure as SVG, with its title, its caption and its source inside.
    Figure {
        /// The id of a simulator.
        #[arg(value_parser = simulator)]
        simulator: Chosen,
        /// The id of one of its figures.
        figure: String,
        /// Parameters as in a link.
        query: Option<String>,
        /// The address of the site's root, which the picture names.
        #[arg(long, default_value = "")]
        site: String,
        /// Draw the picture alone, without words around it.
        #[arg(long)]
        bare: bool,
        /// Where to write it; standard output if left out.
        #[arg(long)]
        out: Option<PathBuf>,
    },
    /// Says what follows if one is not sure, what matters most, why two states
    /// disagree and where a claim flips.
    Explore {
        /// The id of a simulator.
        #[arg(value_parser = simulator)]
        simulator: Chosen,
        /// Parameters as in a link; what one is not sure of has two ends, such
        /// as 'reveal=0.001~0.05'. Without any, all that is plausible is tried.
        query: Option<String>,
        /// Gives each parameter without a range what is plausible of it.
        #[arg(long)]
        unsure: bool,
        /// Parameters of another state, to say why the two disagree.
        #[arg(long)]
        against: Option<String>,
        /// Two parameters with a comma between, for a map of where a claim holds.
        #[arg(long)]
        map: Option<String>,
        /// The id of the claim of the map.
        #[arg(long)]
        claim: Option<String>,
        /// What to write.
        #[arg(long, value_enum, default_value_t = Report::Json)]
        format: Report,
        /// The address of the site's root, which the answers name.
        #[arg(long, default_value = "")]
        site: String,
        /// Where to write it; standard output if left out.
        #[arg(long)]
        out: Option<PathBuf>,
    },
    /// Makes the finished site of what Trunk has built.
    Site {
        /// The folder of Trunk's output.
        #[arg(long)]
        trunk: PathBuf,
        /// The folder of the site, made anew.
        #[arg(long)]
        out: PathBuf,
        /// Where the site will be served: a path such as `/models/`, or better
        /// a whole address such as `https://example.org/models/`.
        #[arg(long, default_value = "", value_parser = Base::read)]
        base: Base,
        /// The folder of the JavaScript module, if there is one.
        #[arg(long)]
        module: Option<PathBuf>,
    },
    /// Fails if an address can be no base; `cargo xtask build` asks first.
    #[command(hide = true)]
    Base {
        /// The address.
        #[arg(value_parser = Base::read)]
        base: Base,
    },
    /// Makes one HTML file of a simulator, with everything inside.
    Single {
        /// The id of a simulator.
        #[arg(value_parser = simulator)]
        simulator: Chosen,
        /// The folder of Trunk's output.
        #[arg(long)]
        trunk: PathBuf,
        /// Where to write it.
        #[arg(long)]
        out: PathBuf,
        /// The whole address of the site, for the links that lead out of the
        /// file; without it they are plain words.
        #[arg(long, default_value = "", value_parser = Base::read)]
        base: Base,
    },
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// Everything.
    Json,
    /// The points of the figures.
    Csv,
    /// The same with semicolons and decimal commas, for spreadsheets that
    /// write 0,5.
    CsvSemicolon,
    /// Assumptions and results as a table.
    Markdown,
    /// How to cite it.
    Bibtex,
    /// How to cite it, in plain words.
    Citation,
}

#[derive(Clone, Copy, ValueEnum)]
enum Report {
    /// All numbers.
    Json,
    /// Words and tables.
    Markdown,
}

/// A simulator that was named.
type Chosen = &'static dyn AnySimulator;

/// Runs the program and says how it went.
pub fn main() -> ExitCode {
    match run(&Arguments::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever reads has read enough.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(io::stderr(), "error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: &Command) -> io::Result<()> {
    match command {
        Command::List => write_out(&list()),
        Command::Export { simulator, query, from, format, site, out } => {
            let given = given(*simulator, from.as_deref(), query.as_deref())?;
            let points = |signs| export::csv(given.simulator, &given.values, signs);
            let text = match format {
                Format::Json => export::json(&given, site),
                Format::Csv => points(Signs::Comma),
                Format::CsvSemicolon => points(Signs::Semicolon),
                Format::Markdown => export::markdown(&given, site),
                Format::Bibtex => export::bibtex(&given, site),
                Format::Citation => export::citation(&given, site),
            };
            write(&text, out.as_deref())
        }
        Command::Schema => write_out(&export::schema()),
        Command::Figure { simulator, figure, query, site, bare, out } => {
            let given = given(Some(*simulator), None, query.as_deref())?;
            let Some(svg) = export::svg(&given, figure, site, *bare) else {
                let ids: Vec<&str> = simulator.figures().iter().map(|figure| figure.id).collect();
                let message = format!("there is no figure “{figure}”; there are: {}", ids.join(", "));
                return Err(io::Error::new(ErrorKind::InvalidInput, message));
            };
            write(&svg, out.as_deref())
        }
        Command::Explore { simulator, query, unsure, against, map, claim, format, site, out } => {
            let given = given(Some(*simulator), None, query.as_deref())?;
            let said = given.notices.len();
            let [against, map, claim] = [against, map, claim].map(Clone::clone);
            let found = Exploration::new(given, &Asked { unsure: *unsure, against, map, claim })
                .map_err(|message| io::Error::new(ErrorKind::InvalidInput, message))?;
            say(&found.given.notices[said..]);
            let text = match format {
                Report::Json => export::explored(&found, site),
                Report::Markdown => export::report(&found, site),
            };
            write(&text, out.as_deref())
        }
        Command::Site { trunk, out, base, module } => {
            let pages = site::generate(trunk, module.as_deref(), out, base)?;
            write_out(&format!("{pages} pages in {}\n", out.display()))
        }
        Command::Base { .. } => Ok(()),
        Command::Single { simulator, trunk, out, base } => {
            site::generate_single(*simulator, trunk, out, base)
        }
    }
}

/// The simulator of that id; a message that lists all of them if there is none.
fn simulator(id: &str) -> Result<Chosen, String> {
    find(id).ok_or_else(|| {
        let ids: Vec<&str> = ALL.iter().map(|simulator| simulator.info().id).collect();
        format!("there is no such simulator; there are: {}", ids.join(", "))
    })
}

/// The state to export: defaults or a file, and on top of them what a query
/// says. What could not be taken as it was is said on standard error, too.
fn given(simulator: Option<Chosen>, from: Option<&Path>, query: Option<&str>) -> io::Result<Given> {
    let invalid = |message: String| io::Error::new(ErrorKind::InvalidInput, message);
    let given = match (from, simulator) {
        (Some(path), _) => {
            let text = read(path).map_err(|error| named(&error, path))?;
            export::read_state(simulator, &text)
                .map_err(|message| invalid(format!("{}: {message}", path.display())))?
        }
        (None, Some(simulator)) => Given::linked(simulator, ""),
        (None, None) => return Err(invalid("name a simulator, or a state with --from".to_owned())),
    };
    let given = given.with(query.unwrap_or_default());
    say(&given.notices);
    Ok(given)
}

/// The text of a file, or of standard input where it is called `-`. It may be
/// UTF-16, in which PowerShell 5 writes what is sent to a file with `>`.
fn read(path: &Path) -> io::Result<String> {
    let mut bytes = Vec::new();
    if path == Path::new("-") {
        io::stdin().lock().read_to_end(&mut bytes)?;
    } else {
        bytes = fs::read(path)?;
    }
    let pairs =
        |of: fn([u8; 2]) -> u16| bytes[2..].chunks_exact(2).map(|pair| of([pair[0], pair[1]])).collect();
    let invalid = |name: &str| io::Error::new(ErrorKind::InvalidData, format!("it is no text of {name}"));
    let letters: Vec<u16> = match *bytes {
        [0xff, 0xfe, ..] => pairs(u16::from_le_bytes),
        [0xfe, 0xff, ..] => pairs(u16::from_be_bytes),
        _ => return String::from_utf8(bytes).map_err(|_| invalid("UTF-8")),
    };
    String::from_utf16(&letters).map_err(|_| invalid("UTF-16"))
}

fn say(notices: &[Notice]) {
    for notice in notices {
        let _ = writeln!(io::stderr(), "notice: {}", notice.message);
    }
}

fn list() -> String {
    let width = ALL.iter().map(|simulator| simulator.info().id.len()).max().unwrap_or(0);
    ALL.iter()
        .map(|simulator| simulator.info())
        .map(|info| format!("{:width$}  {}\n", info.id, info.question))
        .collect()
}

/// Writes to a file, or to standard output if none is named.
fn write(text: &str, out: Option<&Path>) -> io::Result<()> {
    match out {
        Some(path) => fs::write(path, text).map_err(|error| named(&error, path)),
        None => write_out(text),
    }
}

fn write_out(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()
}

fn named(error: &io::Error, path: &Path) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}
