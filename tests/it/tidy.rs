//! The walls of the house, held as data: which room may use which, which crates stand where, what the window's page
//! may ask for, and what no file may hold. ARCHITECTURE.md tells the same in words.
//!
//! Every check is a function from text to problems, with a test beside it that shows it failing.

mod crates;
mod dependencies;
mod exceptions;
mod floors;
mod ledger;
mod page;
mod papers;
mod persons;
pub mod rust_source;
mod text;
pub mod tree;
mod window;

use tree::Tree;

fn none(problems: Vec<String>) {
    assert!(problems.is_empty(), "\n{}\n", problems.join("\n"));
}

#[test]
fn each_room_uses_only_those_before_it() {
    let tree = Tree::read();
    none(floors::problems(&tree));
}

#[test]
fn each_crate_is_named_only_where_it_belongs() {
    let tree = Tree::read();
    none(crates::problems(&tree));
}

#[test]
fn every_dependency_is_listed_with_its_reason() {
    let tree = Tree::read();
    none(dependencies::problems(&tree));
}

#[test]
fn the_clock_and_chance_come_in_at_one_place() {
    let tree = Tree::read();
    none(exceptions::problems(&tree));
}

#[test]
fn no_file_is_too_long_ill_named_or_forgotten() {
    let tree = Tree::read();
    none(text::problems(&tree));
}

#[test]
fn no_identity_number_of_a_person_stands_in_any_file() {
    let tree = Tree::read();
    none(persons::problems(&tree));
}

#[test]
fn the_page_may_ask_for_the_listed_commands_and_nothing_else() {
    let tree = Tree::read();
    none(window::problems(&tree));
}

#[test]
fn the_page_keeps_its_walls() {
    let tree = Tree::read();
    none(page::problems(&tree));
}

#[test]
fn the_map_and_the_glossary_are_true() {
    let tree = Tree::read();
    none(papers::problems(&tree));
}

#[test]
fn every_clause_of_the_ledger_is_where_it_says() {
    let tree = Tree::read();
    none(ledger::problems(&tree));
}
