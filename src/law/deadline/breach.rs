//! The hours in which a breach of personal data security (avvik) is notified to Datatilsynet.

use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};

use crate::law::calendar::oslo_time;
use crate::wording::dates::{clock, long_date};
use crate::wording::{Language, Trilingual};

/// So many hours from when the office became aware of the breach.
const HOURS: TimeDelta = TimeDelta::hours(72);

/// Whether that the hours are plain ones, counted from the minute, can be read in more than one way.
pub const NOTIFICATION_IS_DOUBTFUL: bool = true;

/// Why it can.
pub const NOTIFICATION_DOUBT: Trilingual = Trilingual::fixed(
    "Regelen kan leses på flere måter: forordning 1182/71 art. 3 kan gi noe mer tid. Programmet regner 72 timer fra minuttet, også gjennom helger, og aldri lenger.",
    "Regelen kan lesast på fleire måtar: forordning 1182/71 art. 3 kan gi noko meir tid. Programmet reknar 72 timar frå minuttet, også gjennom helger, og aldri lenger.",
    "The rule can be read in more than one way: Regulation 1182/71 Art. 3 may give somewhat more time. The program counts 72 hours from the minute, weekends with them, and never more.",
);

/// Until when a breach is notified: 72 hours that have gone by, whatever the clock on the wall was set to meanwhile.
///
/// Source: personvernforordningen art. 33 nr. 1.
#[must_use]
pub fn breach_notified_by(aware_at: DateTime<Utc>) -> DateTime<Utc> {
    aware_at.checked_add_signed(HOURS).unwrap_or(DateTime::<Utc>::MAX_UTC)
}

/// How that was counted, in words.
#[must_use]
pub fn breach_derivation(aware_at: DateTime<Utc>) -> Trilingual {
    let (from, to) = (oslo_time(aware_at), oslo_time(breach_notified_by(aware_at)));
    let told = |language: Language| {
        let at = |moment: NaiveDateTime| format!("{} {}", long_date(moment.date(), language), clock(moment, language));
        let [began, hours, due] = match language {
            Language::Nb => ["Ble kjent", "72 timer", "Frist"],
            Language::Nn => ["Blei kjent", "72 timar", "Frist"],
            Language::En => ["Became known", "72 hours", "Due"],
        };
        let moved = match (to - from).cmp(&HOURS) {
            std::cmp::Ordering::Equal => "",
            std::cmp::Ordering::Greater => language.pick(
                " Klokken stilles én time fram imens, så fristen er én time senere på dagen.",
                " Klokka blir stilt éin time fram i mellomtida, så fristen er éin time seinare på dagen.",
                " The clocks go forward one hour meanwhile, so it is due one hour later in the day.",
            ),
            std::cmp::Ordering::Less => language.pick(
                " Klokken stilles én time tilbake imens, så fristen er én time tidligere på dagen.",
                " Klokka blir stilt éin time tilbake i mellomtida, så fristen er éin time tidlegare på dagen.",
                " The clocks go back one hour meanwhile, so it is due one hour earlier in the day.",
            ),
        };
        format!("{began} {}. {hours}. {due} {}.{moved}", at(from), at(to))
    };
    Trilingual { nb: told(Language::Nb).into(), nn: told(Language::Nn).into(), en: told(Language::En).into() }
}
