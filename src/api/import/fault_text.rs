//! Why a file of many rows cannot be read, in words that say what to do.

use crate::adapter::exchange::{MOST_COLUMNS, TableFault};
use crate::api::spoken::say;

/// What is said of a file. It never repeats what stands in it.
pub(in crate::api) fn fault_text(fault: TableFault) -> String {
    match fault {
        TableFault::TooWide(columns) => say!(
            format!(
                "Tabellen har {columns} kolonner. Det er plass til {MOST_COLUMNS}. Velg riktig fil, eller ta bort kolonner."
            ),
            format!(
                "Tabellen har {columns} kolonnar. Det er plass til {MOST_COLUMNS}. Vel rett fil, eller ta bort kolonnar."
            ),
            format!(
                "The table has {columns} columns. There is room for {MOST_COLUMNS}. Choose the right file, or take out columns."
            ),
        ),
        TableFault::TooLong(row) => say!(
            format!("Rad {row} er for lang. Se om et anførselstegn mangler i raden, og korte den ned."),
            format!("Rad {row} er for lang. Sjå om eit hermeteikn manglar i rada, og kort ho ned."),
            format!("Row {row} is too long. See whether it lacks a quotation mark, and shorten it."),
        ),
        TableFault::OpenQuote(row) => say!(
            format!(
                "Et anførselstegn i rad {row} blir aldri lukket. Sett ett til der teksten slutter, eller fjern det."
            ),
            format!("Eit hermeteikn i rad {row} blir aldri lukka. Set eitt til der teksten sluttar, eller fjern det."),
            format!("A quotation mark in row {row} is never closed. Put one more where the text ends, or remove it."),
        ),
        TableFault::SwallowedRows(row) => say!(
            format!(
                "En celle i rad {row} ser ut til å ha tatt med seg radene etter. Se om et anførselstegn mangler i raden."
            ),
            format!(
                "Ei celle i rad {row} ser ut til å ha teke med seg radene etter. Sjå om eit hermeteikn manglar i rada."
            ),
            format!(
                "A cell in row {row} seems to have taken in the rows after it. See whether the row lacks a quotation mark."
            ),
        ),
        TableFault::Syntax(place, column) => say!(
            format!("Henvendelse nr. {place} i filen er ikke gyldig JSON (tegn {column}). Rett skrivemåten."),
            format!("Førespurnad nr. {place} i fila er ikkje gyldig JSON (teikn {column}). Rett skrivemåten."),
            format!(
                "Request no. {place} in the file is not valid JSON (character {column}). Correct how it is written."
            ),
        ),
        TableFault::CutOff(place) => say!(
            format!("JSON-filen slutter midt i henvendelse nr. {place}. Hent hele filen på nytt."),
            format!("JSON-fila sluttar midt i førespurnad nr. {place}. Hent heile fila på nytt."),
            format!("The JSON file ends in the middle of request no. {place}. Fetch the whole file again."),
        ),
        TableFault::NotAnObject(place) => say!(
            format!(
                "Nr. {place} i JSON-filen er ikke en henvendelse. Filen skal være en liste: [{{\"received_on\": …}}, …]."
            ),
            format!(
                "Nr. {place} i JSON-fila er ikkje ein førespurnad. Fila skal vere ei liste: [{{\"received_on\": …}}, …]."
            ),
            format!(
                "No. {place} in the JSON file is not a request. The file is to be a list: [{{\"received_on\": …}}, …]."
            ),
        ),
        TableFault::Missing
        | TableFault::Unreadable
        | TableFault::Empty
        | TableFault::NotText
        | TableFault::Packed
        | TableFault::OldWorkbook
        | TableFault::Encrypted
        | TableFault::Macros
        | TableFault::Bomb
        | TableFault::Broken => of_the_whole_file(fault).to_owned(),
    }
}

fn of_the_whole_file(fault: TableFault) -> &'static str {
    match fault {
        TableFault::Missing => say!(
            "Filen finnes ikke eller kan ikke leses. Se om stien er riktig.",
            "Fila finst ikkje eller kan ikkje lesast. Sjå om stien er rett.",
            "The file is not there or cannot be read. See whether the path is right.",
        ),
        TableFault::Empty => say!(
            "Filen er tom. Lagre den på nytt med en overskrift og minst én rad.",
            "Fila er tom. Lagre ho på nytt med ei overskrift og minst éi rad.",
            "The file is empty. Save it again with a head and at least one row.",
        ),
        TableFault::NotText => say!(
            "Filen er ikke en tabell med tekst. Lagre den på nytt som CSV (UTF-8) eller XLSX.",
            "Fila er ikkje ein tabell med tekst. Lagre ho på nytt som CSV (UTF-8) eller XLSX.",
            "The file is not a table of text. Save it again as CSV (UTF-8) or XLSX.",
        ),
        TableFault::Packed => say!(
            "Filen er en pakket fil (ZIP), ikke en tabell. Pakk den ut, og velg tabellen som ligger i den.",
            "Fila er ei pakka fil (ZIP), ikkje ein tabell. Pakk ho ut, og vel tabellen som ligg i ho.",
            "The file is a packed file (ZIP), not a table. Unpack it, and choose the table that is in it.",
        ),
        TableFault::OldWorkbook => say!(
            "Filen er et regneark i det gamle formatet (XLS). Lagre det som XLSX eller CSV.",
            "Fila er eit rekneark i det gamle formatet (XLS). Lagre det som XLSX eller CSV.",
            "The file is a workbook of the old format (XLS). Save it as XLSX or CSV.",
        ),
        TableFault::Encrypted => say!(
            "Regnearket er beskyttet med passord. Lagre det uten passord og prøv igjen.",
            "Reknearket er verna med passord. Lagre det utan passord og prøv igjen.",
            "The workbook is protected by a password. Save it without one and try again.",
        ),
        TableFault::Macros => say!(
            "Regnearket inneholder makroer. Lagre det som vanlig regneark (XLSX) uten makroer.",
            "Reknearket inneheld makroar. Lagre det som vanleg rekneark (XLSX) utan makroar.",
            "The workbook holds macros. Save it as an ordinary workbook (XLSX) without macros.",
        ),
        TableFault::Bomb => say!(
            "Regnearket pakker ut til uvanlig mye og er ikke lest. Åpne det, kopier radene til et nytt ark og lagre det.",
            "Reknearket pakkar ut til uvanleg mykje og er ikkje lese. Opne det, kopier radene til eit nytt ark og lagre det.",
            "The workbook unpacks to far too much and was not read. Open it, copy the rows to a new sheet and save that.",
        ),
        TableFault::Broken => say!(
            "Regnearket er skadet eller ikke ferdig lagret. Åpne det i regnearkprogrammet, lagre det på nytt og prøv igjen.",
            "Reknearket er skadd eller ikkje ferdig lagra. Opne det i reknearkprogrammet, lagre det på nytt og prøv igjen.",
            "The workbook is damaged or was not saved to its end. Open it in the spreadsheet program, save it and try again.",
        ),
        TableFault::Unreadable
        | TableFault::TooWide(_)
        | TableFault::TooLong(_)
        | TableFault::OpenQuote(_)
        | TableFault::SwallowedRows(_)
        | TableFault::Syntax(..)
        | TableFault::CutOff(_)
        | TableFault::NotAnObject(_) => say!(
            "Filen kunne ikke leses til ende. Kopier den til denne maskinen og prøv igjen.",
            "Fila kunne ikkje lesast til endes. Kopier ho til denne maskina og prøv igjen.",
            "The file could not be read to its end. Copy it to this machine and try again.",
        ),
    }
}
