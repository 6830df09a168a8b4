//! Reads the log of who has seen or been given data, as a system writes it: a table with a head.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use csv::{ReaderBuilder, StringRecord, Trim};

use super::text::{decode, separator};
use crate::casework::letter::input::{AccessLog, LogColumn, LogEntry};
use crate::usecase::ports::{CellFault, FileFault};
use crate::wording::Trilingual;

/// More columns than this are no log; the file is something else.
const MOST_COLUMNS: usize = 50;
/// More rows than this cannot be read by anybody in a letter.
const MOST_ROWS: usize = 2000;
/// The longest cell, in characters.
const LONGEST_CELL: usize = 500;

/// The log in these bytes.
pub(super) fn read(bytes: &[u8]) -> Result<AccessLog, FileFault> {
    let text = decode(bytes).ok_or(FileFault::NotText)?;
    let mut reader = ReaderBuilder::new()
        .delimiter(separator(&text))
        .flexible(true)
        .has_headers(false)
        .trim(Trim::All)
        .from_reader(text.as_bytes());
    let mut records = reader.records();
    let head = match records.next() {
        Some(Ok(head)) => head,
        Some(Err(_)) => return Err(FileFault::NotText),
        None => {
            return Err(fault(
                1,
                None,
                Trilingual::fixed(
                    "Filen har ingen rader. Hent loggen på nytt.",
                    "Fila har ingen rader. Hent loggen på nytt.",
                    "The file has no rows. Get the log again.",
                ),
            ));
        }
    };
    let columns = columns(&head)?;
    let mut entries = Vec::new();
    let mut faults = Vec::new();
    for record in records {
        let record = record.map_err(|_| FileFault::NotText)?;
        let row = record.position().map_or(0, csv::Position::line);
        if record.iter().all(str::is_empty) {
            continue;
        }
        if record.len() > head.len() {
            faults.push(cell(
                row,
                Some(head.len() + 1),
                Trilingual::fixed(
                    "Raden har flere celler enn overskriften. Sett verdier med skilletegn i anførselstegn.",
                    "Rada har fleire celler enn overskrifta. Set verdiar med skiljeteikn i hermeteikn.",
                    "The row has more cells than the heading. Put values with separators in quotation marks.",
                ),
            ));
            continue;
        }
        match entry(&record, &columns) {
            Ok(entry) => entries.push(entry),
            Err(found) => faults.extend(found.into_iter().map(|(column, message)| cell(row, Some(column), message))),
        }
        if entries.len() > MOST_ROWS {
            return Err(fault(
                row,
                None,
                Trilingual::fixed(
                    "Loggen har flere enn 2000 rader og kan ikke vises i brevet. Legg den ved som fil, eller del den opp.",
                    "Loggen har fleire enn 2000 rader og kan ikkje visast i brevet. Legg han ved som fil, eller del han opp.",
                    "The log has more than 2000 rows and cannot be shown in the letter. Add it as a file, or split it.",
                ),
            ));
        }
    }
    if !faults.is_empty() {
        return Err(FileFault::Cells(faults));
    }
    if entries.is_empty() {
        return Err(fault(
            2,
            None,
            Trilingual::fixed(
                "Loggen har bare en overskrift. Er det ingen oppføringer, avgjør saken som «ingen-opplysninger».",
                "Loggen har berre ei overskrift. Er det ingen oppføringar, avgjer saka som «Ingen opplysningar».",
                "The log has only a heading. If there are no entries, decide the case as “No data held”.",
            ),
        ));
    }
    entries.sort_by_key(|entry| (entry.on, entry.at));
    Ok(AccessLog { entries })
}

/// Which column stands where. What the head says is not repeated: without a head it may be the first person's name.
fn columns(head: &StringRecord) -> Result<BTreeMap<LogColumn, usize>, FileFault> {
    if head.len() > MOST_COLUMNS {
        let message = Trilingual::made(
            format!("Tabellen har {} kolonner. En logg har høyst {MOST_COLUMNS}. Velg riktig fil.", head.len()),
            format!("Tabellen har {} kolonnar. Ein logg har høgst {MOST_COLUMNS}. Vel rett fil.", head.len()),
            format!("The table has {} columns. A log has at most {MOST_COLUMNS}. Choose the right file.", head.len()),
        );
        return Err(FileFault::Cells(vec![CellFault { row: 1, column: None, message }]));
    }
    let mut found = BTreeMap::new();
    let mut faults = Vec::new();
    for (place, name) in head.iter().enumerate() {
        let name = name.to_lowercase();
        match LogColumn::ALL.into_iter().find(|column| column.names().contains(&name.as_str())) {
            Some(column) if found.contains_key(&column) => {
                faults.push(cell(
                    1,
                    Some(place + 1),
                    Trilingual::fixed(
                        "Overskriften sier det samme som en annen kolonne. Behold én av dem.",
                        "Overskrifta seier det same som ein annan kolonne. Behald éin av dei.",
                        "The heading says the same as another column. Keep one of them.",
                    ),
                ));
            }
            Some(column) => {
                found.insert(column, place);
            }
            None => faults.push(cell(
                1,
                Some(place + 1),
                Trilingual::fixed(
                    "Overskriften er ukjent. Bruk når, hvem, rolle, virksomhet, hva eller formål, eller ta bort kolonnen.",
                    "Overskrifta er ukjend. Bruk når, kven, rolle, verksemd, kva eller føremål, eller ta bort kolonnen.",
                    "The heading is unknown. Use when, who, role, organisation, what or purpose, or remove the column.",
                ),
            )),
        }
    }
    if !found.contains_key(&LogColumn::When) {
        faults.push(cell(
            1,
            None,
            Trilingual::fixed(
                "Ingen kolonne sier når. Gi en kolonne overskriften «når».",
                "Ingen kolonne seier når. Gi ein kolonne overskrifta «når».",
                "No column says when. Give a column the heading “when”.",
            ),
        ));
    }
    if !found.contains_key(&LogColumn::Who) && !found.contains_key(&LogColumn::Role) {
        faults.push(cell(
            1,
            None,
            Trilingual::fixed(
                "Ingen kolonne sier hvem. Gi en kolonne overskriften «hvem» eller «virksomhet».",
                "Ingen kolonne seier kven. Gi ein kolonne overskrifta «kven» eller «verksemd».",
                "No column says who. Give a column the heading “who” or “organisation”.",
            ),
        ));
    }
    if faults.is_empty() { Ok(found) } else { Err(FileFault::Cells(faults)) }
}

/// The entry in a row, or every cell of it that cannot be read.
fn entry(record: &StringRecord, columns: &BTreeMap<LogColumn, usize>) -> Result<LogEntry, Vec<(usize, Trilingual)>> {
    let of = |column: LogColumn| columns.get(&column).and_then(|place| record.get(*place)).unwrap_or_default();
    let at = |column: LogColumn| columns.get(&column).map_or(1, |place| place + 1);
    let mut faults = Vec::new();
    let when = moment(of(LogColumn::When));
    if when.is_none() {
        faults.push((
            at(LogColumn::When),
            Trilingual::fixed(
                "Datoen kan ikke leses. Skriv den som 31.01.2026 eller 2026-01-31, gjerne med klokkeslett.",
                "Datoen kan ikkje lesast. Skriv han som 31.01.2026 eller 2026-01-31, gjerne med klokkeslett.",
                "The date cannot be read. Write it as 31.01.2026 or 2026-01-31, with the time if you like.",
            ),
        ));
    }
    if of(LogColumn::Who).is_empty() && of(LogColumn::Role).is_empty() {
        faults.push((
            columns.get(&LogColumn::Who).map_or_else(|| at(LogColumn::Role), |place| place + 1),
            Trilingual::fixed(
                "Raden sier ikke hvem. Fyll ut navn eller virksomhet.",
                "Rada seier ikkje kven. Fyll ut namn eller verksemd.",
                "The row does not say who. Fill in a name or an organisation.",
            ),
        ));
    }
    for (place, text) in record.iter().enumerate() {
        if text.chars().count() > LONGEST_CELL {
            faults.push((
                place + 1,
                Trilingual::fixed(
                    "Cellen er lengre enn 500 tegn. Korte den ned.",
                    "Cella er lengre enn 500 teikn. Kort ho ned.",
                    "The cell is longer than 500 characters. Shorten it.",
                ),
            ));
        }
    }
    match when {
        Some((on, time)) if faults.is_empty() => Ok(LogEntry {
            on,
            at: time,
            who: one_line(of(LogColumn::Who)),
            role: one_line(of(LogColumn::Role)),
            what: one_line(of(LogColumn::What)),
            purpose: one_line(of(LogColumn::Purpose)),
        }),
        Some(_) | None => Err(faults),
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A day, with a time of day or without, as Norwegian and international programs write it.
fn moment(text: &str) -> Option<(NaiveDate, Option<NaiveTime>)> {
    const DAYS: [&str; 2] = ["%Y-%m-%d", "%d.%m.%Y"];
    const TIMES: [&str; 4] = ["%H:%M:%S%.f", "%H:%M", "%H.%M.%S", "%H.%M"];
    let text = text.trim().trim_end_matches('Z');
    if let Some(day) = DAYS.into_iter().find_map(|form| NaiveDate::parse_from_str(text, form).ok()) {
        return Some((day, None));
    }
    let joined = text.replacen('T', " ", 1).replace(" kl. ", " ").replace(" kl ", " ");
    DAYS.into_iter().find_map(|day| {
        TIMES.into_iter().find_map(|time| {
            let moment = NaiveDateTime::parse_from_str(&joined, &format!("{day} {time}")).ok()?;
            Some((moment.date(), Some(moment.time())))
        })
    })
}

fn cell(row: u64, column: Option<usize>, message: Trilingual) -> CellFault {
    CellFault { row, column, message }
}

fn fault(row: u64, column: Option<usize>, message: Trilingual) -> FileFault {
    FileFault::Cells(vec![cell(row, column, message)])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> String {
        read(text.as_bytes()).expect_err("refused").to_string()
    }

    #[test]
    fn a_log_is_read_however_it_is_written() {
        let semicolons = "\u{feff}Når;Hvem;Virksomhet;Hva;Formål\r\n2026-03-02T08:15:00;Kari Ås;Folkehelseinstituttet;\"Diagnose; takst\";Statistikk\r\n03.05.2025 kl. 14.05;;Oslo universitetssykehus;;\r\n";
        let commas = "name,date,role,purpose,what\nKari Ås,2026-03-02 08:15,Folkehelseinstituttet,Statistikk,\"Diagnose; takst\"\n,03.05.2025 14:05,Oslo universitetssykehus,,\n";
        for text in [semicolons, commas] {
            let log = read(text.as_bytes()).expect("a log");
            let lines: Vec<String> = log
                .entries
                .iter()
                .map(|entry| LogColumn::ALL.map(|column| column.of(entry, crate::wording::Language::Nb)).join("|"))
                .collect();
            assert_eq!(
                lines,
                [
                    "03.05.2025 14:05||Oslo universitetssykehus||",
                    "02.03.2026 08:15|Kari Ås|Folkehelseinstituttet|Diagnose; takst|Statistikk",
                ]
            );
        }
    }

    #[test]
    fn what_is_wrong_is_told_by_row_and_column_and_never_in_its_own_words() {
        let wide = "når;".repeat(100_000);
        for (text, expected) in [
            ("", "Rad 1: Filen har ingen rader."),
            ("når;hvem\n", "Rad 2: Loggen har bare en overskrift."),
            ("hvem;hva\nOla;x\n", "Rad 1: Ingen kolonne sier når."),
            ("når;hva\n2026-01-31;x\n", "Rad 1: Ingen kolonne sier hvem."),
            ("når;hvem;Ola Vik\n2026-01-31;a;b\n", "Rad 1, kolonne 3: Overskriften er ukjent."),
            ("når;hvem;navn\n2026-01-31;a;b\n", "Rad 1, kolonne 3: Overskriften sier det samme"),
            ("når;hvem\n31/01/2026;Ola Vik\n", "Rad 2, kolonne 1: Datoen kan ikke leses."),
            ("når;hvem\n2026-02-30;Ola Vik\n", "Rad 2, kolonne 1: Datoen kan ikke leses."),
            ("når;hvem\n2026-01-31;\n", "Rad 2, kolonne 2: Raden sier ikke hvem."),
            ("når;hvem\n2026-01-31;Ola Vik;mer\n", "Rad 2, kolonne 3: Raden har flere celler"),
            (wide.as_str(), "Rad 1: Tabellen har 100001 kolonner."),
        ] {
            let told = told(text);
            assert!(told.starts_with(expected), "{told}");
            assert!(!told.contains("Vik"), "{told}");
        }
        let many = format!("når;hvem\n{}", "2026-01-31;Kari\n".repeat(2001));
        assert!(told(&many).contains("flere enn 2000 rader"));
        let faulty = format!("når;hvem\n{}", "i går;Kari\n".repeat(25));
        assert!(told(&faulty).ends_with("Det er 15 feil til."), "{}", told(&faulty));
    }
}
