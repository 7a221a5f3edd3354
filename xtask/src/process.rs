//! Running other programs: found on the PATH, with their output kept or shown.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What can go wrong is always told to the user in a sentence, so errors are text.
pub type Outcome<T = ()> = Result<T, String>;

/// The file of a program in a folder; on Windows with one of its endings.
pub fn program_in(folder: &Path, name: &str) -> Option<PathBuf> {
    let endings: &[&str] = if cfg!(windows) { &[".exe", ".cmd"] } else { &[""] };
    endings.iter().map(|ending| folder.join(format!("{name}{ending}"))).find(|path| path.is_file())
}

/// The file of a program on the PATH.
pub fn program_on_path(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).find_map(|folder| program_in(&folder, name))
}

/// What a program prints on standard output, or nothing when it cannot run.
pub fn output_of(program: impl AsRef<OsStr>, arguments: &[&str]) -> Option<String> {
    let output = Command::new(program).args(arguments).stdin(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Runs a command with its output on the terminal.
pub fn show(command: &mut Command) -> Outcome {
    let status = command.stdin(Stdio::null()).status().map_err(|error| not_started(command, &error))?;
    if status.success() { Ok(()) } else { Err(format!("{} failed ({status})", name_of(command))) }
}

/// Runs a command and returns whether it succeeded, with all it printed, in order.
pub fn capture(command: &mut Command, log: &Path) -> Outcome<(bool, String)> {
    // One file for both streams keeps their lines in order.
    let open = |error| format!("cannot write {}: {error}", log.display());
    if let Some(folder) = log.parent() {
        fs::create_dir_all(folder).map_err(open)?;
    }
    let file = File::create(log).map_err(open)?;
    let twin = file.try_clone().map_err(open)?;
    let status = command
        .stdin(Stdio::null())
        .stdout(file)
        .stderr(twin)
        .status()
        .map_err(|error| not_started(command, &error))?;
    let printed = fs::read(log).map_err(|error| format!("cannot read {}: {error}", log.display()))?;
    Ok((status.success(), String::from_utf8_lossy(&printed).into_owned()))
}

fn not_started(command: &Command, error: &std::io::Error) -> String {
    format!("could not start {}: {error}", name_of(command))
}

fn name_of(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_stem().unwrap_or_default();
    let arguments = command.get_args().take(2);
    [program].into_iter().chain(arguments).map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" ")
}
