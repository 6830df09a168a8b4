//! A year at the office: thousands of requests in a realistic mix. Each follows one of the demonstration's requests, with
//! another person and on other days; what would lie after now has not happened yet.

use super::DemoRequest;
use super::step::Step;
use crate::casework::forecast::Dice;
use crate::law::identity::IdentityNumber;

/// How many days a year has here.
const YEAR: usize = 365;

const FIRST_NAMES: [&str; 24] = [
    "Aud", "Bjørnar", "Dagny", "Eivind", "Frøydis", "Gaute", "Hallgeir", "Idunn", "Jorunn", "Kåre", "Lillian",
    "Magnhild", "Njål", "Oddrun", "Peder", "Ragna", "Sigve", "Tordis", "Ulrik", "Vigdis", "Yngve", "Åshild", "Čuvjjá",
    "Máret",
];
const LAST_NAMES: [&str; 30] = [
    "Aamodt",
    "Brekke",
    "Dalseg",
    "Eikrem",
    "Fjellheim",
    "Grønli",
    "Haukås",
    "Indrebø",
    "Jakobsli",
    "Kvamme",
    "Lian",
    "Moldskred",
    "Nygårdshaug",
    "Opheim",
    "Prestegard",
    "Rørvik",
    "Skjelbred",
    "Tveit",
    "Ulvund",
    "Vassbotn",
    "Ytrehus",
    "Ødegården",
    "Åsheim",
    "Solbakk",
    "Nergård",
    "Stokkan",
    "Heimdal",
    "Utsi",
    "Guttorm",
    "Somby",
];
const STREETS: [&str; 12] = [
    "Nedre gate",
    "Kirkebakken",
    "Granittveien",
    "Sjøvegen",
    "Tindeveien",
    "Havnegata",
    "Myrstien",
    "Løvåsvegen",
    "Storgata",
    "Bjørkealleen",
    "Fagerlia",
    "Nausthaugen",
];
const PLACES: [&str; 12] = [
    "0475 Oslo",
    "1706 Sarpsborg",
    "2317 Hamar",
    "3044 Drammen",
    "4013 Stavanger",
    "5057 Bergen",
    "6003 Ålesund",
    "7030 Trondheim",
    "8006 Bodø",
    "9009 Tromsø",
    "9730 Karasjok",
    "6800 Førde",
];

fn one_of<'a, T: ?Sized>(dice: &mut Dice, things: &[&'a T]) -> &'a T {
    things[dice.below(things.len())]
}

/// So many requests, each on any day of the year until yesterday. They follow the patterns that come to an end, and are as
/// far on their way today as time allows: what is unfinished today is so for no other reason than it was on any other day, so
/// that what a forecast learns from the year holds at its end too.
pub(super) fn requests(patterns: &[DemoRequest], many: usize) -> Vec<DemoRequest> {
    let mut dice = Dice::new(2026);
    let whole: Vec<&DemoRequest> = patterns.iter().filter(|pattern| pattern.is_finished()).collect();
    let mut received: Vec<u64> = (0..many).map(|_| 1 + dice.below(YEAR) as u64).collect();
    received.sort_unstable_by_key(|days_ago| std::cmp::Reverse(*days_ago));
    received
        .into_iter()
        .enumerate()
        .map(|(place, received_days_ago)| {
            let pattern = one_of(&mut dice, &whole);
            moved(pattern, received_days_ago, place, &mut dice)
        })
        .collect()
}

/// How long a request takes beside its pattern, in per cent: mostly about as long, some twice as long or more.
fn pace(pattern: &DemoRequest, dice: &mut Dice) -> u64 {
    const USUAL: [u64; 9] = [35, 50, 65, 80, 90, 100, 110, 120, 130];
    const SLOW: [u64; 6] = [170, 190, 220, 250, 290, 340];
    const SLOW_IN_A_HUNDRED: usize = 14;
    let (usual, slow) = (USUAL[dice.below(USUAL.len())], SLOW[dice.below(SLOW.len())]);
    let is_slow = dice.below(100) < SLOW_IN_A_HUNDRED;
    if pattern.then.iter().any(Step::is_tied) {
        100
    } else if is_slow {
        slow
    } else {
        usual
    }
}

/// The pattern with another person, so many days ago.
fn moved(pattern: &DemoRequest, received_days_ago: u64, place: usize, dice: &mut Dice) -> DemoRequest {
    /// A request is assigned and confirmed in the first days, however long the rest takes.
    const FIRST_DAYS: u64 = 3;
    let pace = pace(pattern, dice);
    let mut request = pattern.clone();
    request.received_days_ago = received_days_ago;
    let mut then = Vec::new();
    for mut step in pattern.then.iter().cloned() {
        let after = pattern.received_days_ago.saturating_sub(step.days_ago);
        let after = after.min(FIRST_DAYS) + after.saturating_sub(FIRST_DAYS) * pace / 100;
        let Some(days_ago) = received_days_ago.checked_sub(after) else { break };
        step.days_ago = days_ago;
        then.push(step);
    }
    // What was finished long ago has been closed, also where the demonstration leaves it to somebody.
    const LONG: u64 = 14;
    let is_whole = then.len() == pattern.then.len();
    if let Some(last) = then.last().filter(|last| is_whole && last.days_ago > LONG)
        && !then.iter().any(Step::closes)
    {
        then.push(Step::closing(last.days_ago - LONG));
    }
    request.then = then;
    if let Some(person) = &mut request.draft.person {
        let (first, last) = (one_of(dice, &FIRST_NAMES), one_of(dice, &LAST_NAMES));
        if person.name.is_some() {
            person.name = Some(format!("{first} {last}"));
        }
        if let Some(number) = &mut person.identity_number {
            *number = identity_number(place, number);
        }
        if let Some(address) = &mut person.address
            && address.country.as_deref() == Some("NO")
        {
            let street = format!("{} {}", one_of(dice, &STREETS), dice.below(120) + 1);
            address.lines = Some(vec![street, one_of(dice, &PLACES).to_owned()]);
        }
        if person.email.is_some() {
            person.email = Some(format!("person{place}@example.no"));
        }
    }
    request
}

/// A synthetic number that no living person has (80 is added to the month), another for each place, of a person born on the
/// same day as the pattern's: what else is known of them must go with it.
fn identity_number(place: usize, pattern: &str) -> String {
    let born = pattern.get(..6).unwrap_or("018170");
    let serials = (0..500).map(|serial| (serial + place * 7) % 500);
    serials
        .flat_map(|serial| (0..100).map(move |control| format!("{born}{serial:03}{control:02}")))
        .find(|digits| IdentityNumber::parse(digits).is_ok())
        .unwrap_or_else(|| pattern.to_owned())
}
