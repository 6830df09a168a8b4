//! Drawing a sample that anybody can draw again, without a program: the cases are put in the order of a digest that nobody can steer, and
//! the first of them are taken.

use chrono::NaiveDate;

use super::Draw;
use crate::casework::audit::Digest;
use crate::casework::ids::CaseNumber;
use crate::casework::request::refusal::{OWN_RULE, Refusal, RefusalCode, refusal};
use crate::wording::Trilingual;

/// So many cases are drawn at a time at most. Nobody reviews more.
pub const LARGEST_SAMPLE: u32 = 500;

/// Draws cases that were received in a period among all of them, and says how.
///
/// Each case is ranked by SHA-256 of the seed, a space and its number (`7 2026/00012-a`), and those with the lowest are drawn, in the order
/// of their numbers. Every case has the same chance, and the order in which they are given does not matter.
///
/// # Errors
/// [`RefusalCode::DateOrder`] for a period that ends before it begins, [`RefusalCode::SampleDoesNotFit`] for a size that cannot be, and
/// [`RefusalCode::NothingToReview`] where no case was received then.
pub fn draw(
    (seed, size): (u32, u32),
    (from_on, to_on): (NaiveDate, NaiveDate),
    mut among: Vec<CaseNumber>,
) -> Result<(Draw, Vec<CaseNumber>), Vec<Refusal>> {
    if to_on < from_on {
        return Err(vec![wrong_way_round()]);
    }
    if size == 0 || size > LARGEST_SAMPLE {
        return Err(vec![no_such_size()]);
    }
    among.sort_unstable();
    among.dedup();
    if among.is_empty() {
        return Err(vec![nothing_received()]);
    }
    let list: String = among.iter().map(|case| format!("{case}\n")).collect();
    let draw = Draw {
        seed,
        from_on,
        to_on,
        size,
        among: u32::try_from(among.len()).unwrap_or(u32::MAX),
        list: Digest::of(list.as_bytes()),
    };
    let mut ranked: Vec<(Digest, CaseNumber)> =
        among.into_iter().map(|case| (Digest::of(format!("{seed} {case}").as_bytes()), case)).collect();
    ranked.sort_unstable();
    ranked.truncate(size as usize);
    let mut drawn: Vec<CaseNumber> = ranked.into_iter().map(|(_, case)| case).collect();
    drawn.sort_unstable();
    Ok((draw, drawn))
}

fn wrong_way_round() -> Refusal {
    let message = Trilingual::fixed(
        "Perioden slutter før den begynner. Bytt om dagene.",
        "Perioden sluttar før han byrjar. Byt om dagane.",
        "The period ends before it begins. Swap the days.",
    );
    refusal(RefusalCode::DateOrder, Some("to"), message, OWN_RULE)
}

fn no_such_size() -> Refusal {
    let message = Trilingual::made(
        format!("Trekk minst én sak og høyst {LARGEST_SAMPLE}."),
        format!("Trekk minst éi sak og høgst {LARGEST_SAMPLE}."),
        format!("Draw at least one case and at most {LARGEST_SAMPLE}."),
    );
    refusal(RefusalCode::SampleDoesNotFit, Some("count"), message, OWN_RULE)
}

fn nothing_received() -> Refusal {
    let message = Trilingual::fixed(
        "Ingen saker er mottatt i perioden. Velg andre dager.",
        "Inga sak er motteken i perioden. Vel andre dagar.",
        "No cases were received in the period. Choose other days.",
    );
    refusal(RefusalCode::NothingToReview, Some("from"), message, OWN_RULE)
}
