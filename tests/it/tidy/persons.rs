//! No file holds an identity number that a person can have: only made-up people and people not yet born.

use personvernsak::law::identity::{IdentityKind, IdentityNumber};

use super::tree::Tree;

/// Numbers that could be somebody's, told without repeating them.
pub fn problems(tree: &Tree) -> Vec<String> {
    let mut problems = Vec::new();
    for file in &tree.files {
        for (index, line) in file.text.lines().enumerate() {
            if candidates(line).iter().any(|text| could_be_somebodys(text)) {
                problems.push(format!("{}:{} holds an identity number that a person can have", file.path, index + 1));
            }
        }
    }
    problems
}

/// Runs of exactly eleven digits, also with a blank after the sixth.
fn candidates(line: &str) -> Vec<String> {
    let runs: Vec<&str> = line.split(|character: char| !character.is_ascii_digit()).collect();
    let mut found: Vec<String> = runs.iter().filter(|run| run.len() == 11).map(|run| (*run).to_owned()).collect();
    for (at, _) in line.match_indices(' ') {
        let before: String = line[..at].chars().rev().take_while(char::is_ascii_digit).collect();
        let after: String = line[at + 1..].chars().take_while(char::is_ascii_digit).collect();
        if before.len() == 6 && after.len() == 5 {
            found.push(before.chars().rev().collect::<String>() + &after);
        }
    }
    found
}

fn could_be_somebodys(text: &str) -> bool {
    let Ok(number) = IdentityNumber::parse(text) else {
        return false;
    };
    if number.synthetic() {
        return false;
    }
    let digits = number.expose();
    let (year, individual): (u32, u32) =
        (digits[4..6].parse().expect("two digits"), digits[6..9].parse().expect("three digits"));
    match number.kind() {
        // Individual numbers from 500 on are not given to people born in 1932 to 1939, so these are born from 2032 to 2039
        // (folkeregisterforskriften § 2-2-1).
        IdentityKind::Foedselsnummer | IdentityKind::HNummer => !((32..=39).contains(&year) && individual >= 500),
        IdentityKind::DNummer => !((41..=52).contains(&digits[2..4].parse::<u32>().expect("two digits"))),
        // Nothing in an FH-nummer tells whose it is; few files have any, and those say where they are from.
        IdentityKind::FhNummer => false,
    }
}

#[test]
fn a_number_that_a_person_can_have_is_told() {
    let told = |text: &str| problems(&Tree::of(&[("docs/a.md", text)])).len();
    // Put together here, so that this file does not hold it: 1 May 1945, individual number 0 and up.
    let somebody = (0..1000)
        .flat_map(|individual| (0..100).map(move |control| format!("{:02}0545{individual:03}{control:02}", 1)))
        .find(|text| IdentityNumber::parse(text).is_ok())
        .expect("there is one");
    assert_eq!(told(&format!("f.nr. {somebody}")), 1);
    assert_eq!(told(&format!("f.nr. {} {}.", &somebody[..6], &somebody[6..])), 1);
    assert_eq!(told(&format!("f.nr. 9{somebody}")), 0);
    assert_eq!(told("f.nr. 138461 20100, born 02053952006"), 0);
}
