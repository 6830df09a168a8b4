//! How each user wants to be told of what is due, and what they were told. It is no part of the record.

use std::collections::BTreeSet;

use chrono::{NaiveTime, Timelike as _};
use rusqlite::{OptionalExtension as _, Row, params};

use super::problem::StoreProblem;
use super::{DATABASE, SqliteStore, number};
use crate::casework::ids::CaseLetter;
use crate::casework::notice::{Due, Memory, NoticeSettings, QuietHours, Standing};
use crate::casework::projection::ReminderKind;
use crate::wording::Trilingual;

impl SqliteStore {
    /// How whoever unlocked the store wants to be told; as the program has it, where they have not chosen.
    ///
    /// # Errors
    /// The database cannot be read.
    pub fn notice_settings(&self) -> Result<NoticeSettings, StoreProblem> {
        let read = |row: &Row<'_>| {
            let time = |place: usize| row.get::<_, Option<u32>>(place).map(|minutes| minutes.and_then(time_of));
            let quiet = time(3)?.zip(time(4)?).and_then(|(from, to)| QuietHours::new(from, to).ok());
            Ok(NoticeSettings::new(row.get(0)?, time(1)?, row.get(2)?, quiet, row.get(5)?))
        };
        let chosen = self
            .connection
            .prepare_cached(
                "SELECT told, digest_at, at_once, quiet_from, quiet_to, quiet_on_days_off FROM notice_choice WHERE user = ?1",
            )?
            .query_row([&self.user.name], read)
            .optional()?;
        chosen.map_or_else(|| Ok(NoticeSettings::default()), |read| read.map_err(|_| damaged()))
    }

    /// Keeps how the user wants to be told, in place of what was chosen before.
    ///
    /// # Errors
    /// A full disk, or a store that others hold.
    pub fn set_notice_settings(&mut self, chosen: &NoticeSettings) -> Result<(), StoreProblem> {
        let quiet = chosen.quiet();
        self.connection.execute(
            "INSERT OR REPLACE INTO notice_choice \
             (user, told, digest_at, at_once, quiet_from, quiet_to, quiet_on_days_off) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            params![
                self.user.name,
                chosen.on(),
                chosen.digest_at().map(minutes),
                chosen.at_once(),
                quiet.map(|quiet| minutes(quiet.from())),
                quiet.map(|quiet| minutes(quiet.to())),
                chosen.quiet_on_days_off(),
            ],
        )?;
        Ok(())
    }

    /// What the user was told before.
    ///
    /// # Errors
    /// The database cannot be read.
    pub fn notice_memory(&self) -> Result<Memory, StoreProblem> {
        let user = &self.user.name;
        let day: Option<String> = self
            .connection
            .prepare_cached("SELECT on_day FROM notice_digest WHERE user = ?1")?
            .query_row([user], |row| row.get(0))
            .optional()?;
        let digest_on = day.map(|day| day.parse().map_err(|_| damaged())).transpose()?;
        let mut statement = self
            .connection
            .prepare_cached("SELECT request, letter, kind, due_on, late FROM notice_told WHERE user = ?1")?;
        let rows = statement.query_map([user], standing)?.collect::<Result<Vec<_>, _>>()?;
        let told: Option<BTreeSet<Standing>> = rows.into_iter().collect();
        Ok(Memory { digest_on, told: told.ok_or_else(damaged)? })
    }

    /// Keeps what the user has been told, in place of what was kept before.
    ///
    /// # Errors
    /// A full disk, or a store that others hold; nothing was changed.
    pub fn remember_notice(&mut self, memory: &Memory) -> Result<(), StoreProblem> {
        let user = &self.user.name;
        let transaction = self.connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
        if let Some(day) = memory.digest_on {
            transaction.execute(
                "INSERT OR REPLACE INTO notice_digest (user, on_day) VALUES (?1, ?2)",
                params![user, day.to_string()],
            )?;
        }
        transaction.execute("DELETE FROM notice_told WHERE user = ?1", [user])?;
        {
            let mut insert = transaction.prepare_cached(
                "INSERT INTO notice_told (user, request, letter, kind, due_on, late) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            )?;
            for Standing { due, late } in &memory.told {
                let letter = i64::try_from(due.case.letter.index()).map_err(|_| damaged())?;
                let request = number::key(due.case.request);
                insert.execute(params![user, request, letter, due.kind.id(), due.on.to_string(), late])?;
            }
        }
        Ok(transaction.commit()?)
    }
}

fn standing(row: &Row<'_>) -> rusqlite::Result<Option<Standing>> {
    let (request, letter): (i64, u16) = (row.get(0)?, row.get(1)?);
    let (kind, on): (String, String) = (row.get(2)?, row.get(3)?);
    let late = row.get(4)?;
    let case = number::number(request).map(|request| request.case(CaseLetter::at(letter)));
    let due = case.zip(ReminderKind::from_id(&kind)).zip(on.parse().ok());
    Ok(due.map(|((case, kind), on)| Standing { due: Due { case, kind, on }, late }))
}

fn minutes(time: NaiveTime) -> u32 {
    time.hour() * 60 + time.minute()
}

fn time_of(minutes: u32) -> Option<NaiveTime> {
    NaiveTime::from_hms_opt(minutes / 60, minutes % 60, 0)
}

fn damaged() -> StoreProblem {
    StoreProblem::Damaged {
        file: DATABASE,
        why: Trilingual::fixed(
            "et varsel har en verdi som ikke finnes",
            "eit varsel har ein verdi som ikkje finst",
            "a notice has a value that does not exist",
        ),
    }
}
