//! The help of the command line, of every command, as it is printed.

use std::process::Command;

use personvernsak::casework::letter::LetterKind;
use personvernsak::wording::Language;

use super::passage::Passage;

/// Words of the library that prints the help; it knows no Norwegian.
const OF_THE_LIBRARY: [&str; 10] = [
    "Usage:",
    "Commands:",
    "Arguments:",
    "Options:",
    "Print help",
    "Print version",
    "Print this message",
    "[default:",
    "[env:",
    "[possible values:",
];

/// What every command says of itself.
pub fn passages() -> Vec<Passage> {
    let mut passages = Vec::new();
    of_command(&mut Vec::new(), &mut passages);
    passages
}

fn of_command(command: &mut Vec<String>, passages: &mut Vec<Passage>) {
    let output = Command::new(env!("CARGO_BIN_EXE_personvernsak")).args(&*command).arg("--help").output();
    let text = String::from_utf8(output.expect("the program runs").stdout).expect("help is text");
    let name = [&["personvernsak".to_owned()], command.as_slice(), &["--help".to_owned()]].concat().join(" ");
    let mut among_commands = false;
    for (index, line) in text.lines().enumerate() {
        among_commands = line.starts_with("Commands:") || among_commands && line.starts_with("  ");
        let mut text = line;
        for library in OF_THE_LIBRARY {
            text = text.split_once(library).map_or(text, |(before, _)| before);
        }
        // The words of a command or an option stand behind its name.
        if let Some(rest) = text.strip_prefix("  ").filter(|rest| !rest.starts_with("        ")) {
            text = rest.trim_start().split_once("  ").map_or("", |(_, words)| words);
        }
        let words: Vec<&str> = text.split(' ').filter(|word| !is_kind(word)).collect();
        passages.push(Passage::new(&name, index + 1, Language::Nb, &words.join(" ")));
        let subcommand = line.strip_prefix("  ").filter(|rest| among_commands && !rest.starts_with(' '));
        if let Some(subcommand) = subcommand.and_then(|rest| rest.split(' ').next()).filter(|word| *word != "help") {
            command.push(subcommand.to_owned());
            of_command(command, passages);
            command.pop();
        }
    }
}

/// Whether a word is the id of a kind of letter, or what is left of one where a line ends within it.
fn is_kind(word: &str) -> bool {
    let word = word.trim_matches([',', '.']);
    LetterKind::ALL.map(LetterKind::id).iter().any(|id| id.starts_with(word) || id.ends_with(word))
}
