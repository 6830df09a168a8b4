//! What the core and the window's shell say stands in three languages: the forms say the same, and every rule that
//! refuses says why in each.
//!
//! They are read from the source, where all of them stand, so that none is left out that no other test brings about.

use std::collections::{BTreeMap, BTreeSet};

use personvernsak::wording::{Language, citation};

use crate::tidy::rust_source::{Token, tokens_and_texts};
use crate::tidy::tree::Tree;

/// Calls that take a text in each language.
const TRILINGUAL: [&str; 4] = ["fixed", "made", "pick", "say"];

/// A text in bokmål, nynorsk and English, and where it stands.
struct Forms {
    file: String,
    line: usize,
    texts: [String; 3],
    /// The place of its first token in the file.
    at: usize,
}

/// The texts of a file that stand side by side in a call: three, and nothing else.
fn forms(file: &str, tokens: &[Token]) -> Vec<Forms> {
    let mut found = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let opens = (at + 1..at + 3).find(|place| tokens.get(*place) == Some(&Token::Sign('(')));
        let (Some(name), Some(opens)) = (token.word(), opens) else { continue };
        if !TRILINGUAL.contains(&name) {
            continue;
        }
        let arguments = arguments(&tokens[opens + 1..]);
        let texts: Option<Vec<(String, usize)>> = arguments.iter().map(|argument| text_of(argument)).collect();
        if let Some([nb, nn, en]) = texts.and_then(|texts| <[_; 3]>::try_from(texts).ok()) {
            let line = nb.1;
            found.push(Forms { file: file.to_owned(), line, texts: [nb.0, nn.0, en.0], at });
        }
    }
    found
}

/// What stands between the commas of a call, up to its end.
fn arguments(tokens: &[Token]) -> Vec<&[Token]> {
    let (mut parts, mut start, mut depth) = (Vec::new(), 0, 0_u32);
    for (at, token) in tokens.iter().enumerate() {
        match token {
            Token::Sign('(' | '[' | '{') => depth += 1,
            Token::Sign(')' | ']' | '}') if depth == 0 => {
                parts.push(&tokens[start..at]);
                break;
            }
            Token::Sign(')' | ']' | '}') => depth -= 1,
            Token::Sign(',') if depth == 0 => {
                parts.push(&tokens[start..at]);
                start = at + 1;
            }
            Token::Sign(_) | Token::Word(_) | Token::Text(..) => {}
        }
    }
    parts.retain(|part| !part.is_empty());
    parts
}

/// The text of an argument that is one, as it is or with places that are filled.
fn text_of(argument: &[Token]) -> Option<(String, usize)> {
    let text = match argument {
        [Token::Text(text, line), ..] => Some((text, line)),
        [Token::Word(word), Token::Sign('!'), Token::Sign('('), Token::Text(text, line), ..] if word == "format" => {
            Some((text, line))
        }
        _ => None,
    };
    text.map(|(text, line)| (joined(text), *line))
}

/// A text that goes on over several lines of the source, as it is read.
fn joined(text: &str) -> String {
    let mut lines = text.split("\\\n");
    let first = lines.next().unwrap_or_default().to_owned();
    lines.fold(first, |told, line| told + line.trim_start())
}

fn sources() -> Vec<(String, Vec<Token>)> {
    let tree = Tree::read();
    let files = tree.files.iter().filter(|file| {
        let ours = file.path.starts_with("src/") || file.path.starts_with("src-tauri/src/");
        ours && file.path.ends_with(".rs") && !file.path.contains("/tests/")
    });
    files.map(|file| (file.path.clone(), tokens_and_texts(&file.text))).collect()
}

/// The places in a text that are filled.
fn places(text: &str) -> usize {
    text.replace("{{", "").matches('{').count()
}

/// The numbers that a text says, without the spaces and commas within them.
fn numbers(text: &str) -> Vec<String> {
    let plain: String = {
        let mut inside = 0_u32;
        let outside = |sign: char| {
            inside = match sign {
                '{' => inside + 1,
                '}' => inside.saturating_sub(1),
                _ => return if inside == 0 { Some(sign) } else { None },
            };
            None
        };
        text.chars().filter_map(outside).collect()
    };
    let signs: Vec<char> = plain.chars().collect();
    let digit = |at: usize| signs.get(at).is_some_and(char::is_ascii_digit);
    let parts_thousands = |at: usize| {
        matches!(signs[at], ' ' | ',')
            && at > 0
            && digit(at - 1)
            && (1..4).all(|ahead| digit(at + ahead))
            && !digit(at + 4)
    };
    let whole: String = (0..signs.len()).filter(|at| !parts_thousands(*at)).map(|at| signs[at]).collect();
    let mut numbers: Vec<String> =
        whole.split(|sign: char| !sign.is_ascii_digit()).filter(|part| !part.is_empty()).map(str::to_owned).collect();
    numbers.sort_unstable();
    numbers
}

fn end(text: &str) -> Option<char> {
    text.chars().last().filter(|sign| matches!(sign, '.' | '?' | '!' | ':'))
}

/// How the forms of a text differ in what must not.
fn apart([nb, nn, en]: &[String; 3]) -> Option<&'static str> {
    let differ = |of: &dyn Fn(&str) -> String| of(nb) != of(nn) || of(nb) != of(en);
    // An address abroad says «Norway», and one at home does not.
    if [nn, en].iter().any(|text| text.is_empty() && !nb.is_empty()) || nb.is_empty() && !nn.is_empty() {
        Some("one says nothing")
    } else if differ(&|text| places(text).to_string()) {
        Some("they are filled in different places")
    } else if differ(&|text| numbers(text).join(" ")) {
        Some("they say different numbers")
    } else if differ(&|text| end(text).into_iter().collect()) {
        Some("they end differently")
    } else if nb.ends_with('.') && nb == en {
        Some("the English is Norwegian")
    } else {
        None
    }
}

#[test]
fn the_forms_of_a_text_say_the_same() {
    let found: Vec<Forms> = sources().iter().flat_map(|(file, tokens)| forms(file, tokens)).collect();
    assert!(found.len() > 1_000, "texts are no longer found: {}", found.len());
    let told: Vec<String> = found
        .iter()
        .filter_map(|forms| {
            let [nb, nn, en] = &forms.texts;
            let why = apart(&forms.texts)?;
            Some(format!("{}:{}: {why}\n    {nb}\n    {nn}\n    {en}", forms.file, forms.line))
        })
        .collect();
    assert!(told.is_empty(), "\n{}\n", told.join("\n"));
}

#[test]
fn forms_that_say_different_things_are_told() {
    let told = |nb: &str, nn: &str, en: &str| apart(&[nb, nn, en].map(str::to_owned));
    assert_eq!(told("Det er 2 000 felt på {side}.", "Det er 2 000 felt på {side}.", "{n} has 2,000 boxes."), None);
    assert_eq!(told("Vent.", "", "Wait."), Some("one says nothing"));
    assert_eq!(told("Vent til {}.", "Vent til {}.", "Wait."), Some("they are filled in different places"));
    assert_eq!(told("60 dager.", "60 dagar.", "Within 16 days."), Some("they say different numbers"));
    assert_eq!(told("Vent.", "Vent", "Wait."), Some("they end differently"));
    assert_eq!(told("Saken er lukket.", "Saka er lukka.", "Saken er lukket."), Some("the English is Norwegian"));
}

const FOLDER: &str = "src/casework/request/";

/// The identifiers of the rules that refuse, by their names in the code.
fn codes(tokens: &[Token]) -> BTreeMap<String, String> {
    let pairs = tokens.windows(6).filter_map(|six| match six {
        [
            Token::Sign(':'),
            Token::Sign(':'),
            Token::Word(name),
            Token::Sign('='),
            Token::Sign('>'),
            Token::Text(id, _),
        ] => Some((name.clone(), id.clone())),
        _ => None,
    });
    pairs.collect()
}

/// The rule that is named at or behind a place: in so many words, or by a function that refuses by one rule alone.
fn named_from<'a>(tokens: &'a [Token], helpers: Option<&'a BTreeMap<String, String>>) -> Option<&'a str> {
    tokens.windows(4).find_map(|four| match four {
        [Token::Word(code), Token::Sign(':'), Token::Sign(':'), Token::Word(name)] if code == "RefusalCode" => {
            Some(name.as_str())
        }
        [Token::Word(helper), Token::Sign('('), ..] => helpers?.get(helper).map(String::as_str),
        _ => None,
    })
}

/// The functions and closures that take the words of a refusal, each with its rule.
fn helpers(tokens: &[Token]) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for (at, pair) in tokens.windows(2).enumerate() {
        let [Token::Word(keyword), Token::Word(name)] = pair else { continue };
        let name = if name == "mut" { tokens.get(at + 2).and_then(Token::word).unwrap_or_default() } else { name };
        let head = &tokens[at..tokens.len().min(at + 30)];
        let takes_words = head
            .windows(3)
            .any(|three| matches!(three, [Token::Word(message), Token::Sign(':' | '|'), _] if message == "message"));
        if (keyword == "fn" || keyword == "let")
            && takes_words
            && name != "refusal"
            && let Some(code) = named_from(&tokens[at + 2..tokens.len().min(at + 40)], None)
        {
            found.insert(name.to_owned(), code.to_owned());
        }
    }
    found
}

/// The call that a place stands in, where it is one that refuses.
fn called_around<'a>(tokens: &'a [Token], at: usize, helpers: &'a BTreeMap<String, String>) -> Option<&'a str> {
    let mut depth = 0_u32;
    for place in (1..at).rev() {
        match (&tokens[place], &tokens[place - 1]) {
            (Token::Sign(')' | ']' | '}'), _) => depth += 1,
            (Token::Sign('(' | '[' | '{'), _) if depth > 0 => depth -= 1,
            (Token::Sign('('), Token::Word(call)) if call == "refusal" => {
                return named_from(&tokens[place..], None);
            }
            (Token::Sign('('), Token::Word(call)) if helpers.contains_key(call) => {
                return helpers.get(call).map(String::as_str);
            }
            _ => {}
        }
    }
    None
}

/// Every rule that refuses a step of a case, with all that it says. A new rule, or a sentence that is changed, shows here
/// in every language at once.
#[test]
fn every_rule_says_in_three_languages_why_it_refuses() {
    let sources: Vec<(String, Vec<Token>)> =
        sources().into_iter().filter(|(file, _)| file.starts_with(FOLDER)).collect();
    let codes = sources.iter().find(|(file, _)| file.ends_with("/refusal.rs")).map(|(_, tokens)| codes(tokens));
    let codes = codes.expect("the list of rules");
    let shared: BTreeMap<String, String> = sources.iter().flat_map(|(_, tokens)| helpers(tokens)).collect();
    let mut told: BTreeMap<&str, BTreeSet<[String; 3]>> = BTreeMap::new();
    for (file, tokens) in &sources {
        let helpers = [shared.clone(), helpers(tokens)].into_iter().flatten().collect();
        for forms in forms(file, tokens).into_iter().filter(|forms| forms.texts[0].ends_with('.')) {
            let around = called_around(tokens, forms.at, &helpers);
            let name = around.or_else(|| named_from(&tokens[forms.at..], Some(&helpers)));
            // What is told of something that happened refuses nothing, and stands in files of its own.
            if let Some(id) = name.and_then(|name| codes.get(name)).filter(|_| !file.ends_with("/words.rs")) {
                told.entry(id).or_default().insert(forms.texts);
            }
        }
    }
    let silent: Vec<&String> = codes.values().filter(|id| !told.contains_key(id.as_str())).collect();
    assert!(silent.is_empty(), "rules that say nothing: {silent:?}");
    let table: String = told
        .iter()
        .flat_map(|(id, texts)| {
            let lines = |texts: &[String; 3]| {
                Language::ALL
                    .iter()
                    .zip(texts)
                    .map(|(language, text)| format!("  {language} {text}\n"))
                    .collect::<String>()
            };
            std::iter::once(format!("{id}\n")).chain(texts.iter().map(move |texts| lines(texts) + "\n"))
        })
        .collect();
    insta::assert_snapshot!(table);
}

/// The text or the name of the constant that ends a call: the source of a refusal.
fn last_of(tokens: &[Token]) -> Option<Token> {
    match arguments(tokens).last()? {
        [token @ (Token::Text(..) | Token::Word(_))] => Some((*token).clone()),
        _ => None,
    }
}

/// The texts that constants of a file are, by their names.
fn constants(tokens: &[Token]) -> BTreeMap<&str, (&str, usize)> {
    let named = tokens.windows(7).filter_map(|seven| match seven {
        [
            Token::Word(keyword),
            Token::Word(name),
            Token::Sign(':'),
            Token::Sign('&'),
            Token::Word(kind),
            Token::Sign('='),
            Token::Text(text, line),
        ] if keyword == "const" && kind == "str" => Some((name.as_str(), (text.as_str(), *line))),
        _ => None,
    });
    named.collect()
}

/// What the refusals of a file name as their sources, whatever it looks like: said where they refuse, or by a constant.
fn refused_by(tokens: &[Token]) -> Vec<(String, usize)> {
    let constants = constants(tokens);
    let calls = tokens.windows(2).enumerate().filter(|(at, pair)| {
        let defined = at.checked_sub(1).and_then(|before| tokens[before].word()) == Some("fn");
        pair[0].word() == Some("refusal") && pair[1] == Token::Sign('(') && !defined
    });
    let sources = calls.filter_map(|(at, _)| match last_of(&tokens[at + 2..])? {
        Token::Text(text, line) => Some((text, line)),
        Token::Word(name) => constants.get(name.as_str()).map(|(text, line)| ((*text).to_owned(), *line)),
        Token::Sign(_) => None,
    });
    sources.collect()
}

/// Whatever a rule names as its source can be cited in each language.
#[test]
fn every_source_of_a_rule_is_cited_in_three_languages() {
    let sources: Vec<(String, Vec<Token>)> = sources()
        .into_iter() // What a redaction rests on stands in three forms already.
        .filter(|(file, _)| {
            file.starts_with(FOLDER) && !file.ends_with("/redaction.rs") || file == "src/api/problem.rs"
        })
        .collect();
    let mut cited = BTreeMap::new();
    let mut named = 0;
    for (file, tokens) in &sources {
        let told: BTreeSet<String> = forms(file, tokens).into_iter().flat_map(|forms| forms.texts).collect();
        let refused = refused_by(tokens);
        named += refused.len();
        let seem = tokens.iter().filter_map(|token| match token {
            Token::Text(text, line)
                if ["§", "art.", "erklæring"].iter().any(|sign| text.contains(sign))
                    && !told.contains(&joined(text)) =>
            {
                Some((text.clone(), *line))
            }
            Token::Text(..) | Token::Word(_) | Token::Sign(_) => None,
        });
        for (text, line) in seem.chain(refused) {
            let forms = Language::ALL.map(|language| citation::cited(&text, language));
            let [Some(nb), Some(nn), Some(en)] = forms else { panic!("{file}:{line}: «{text}» is not known") };
            cited.insert(nb, (nn, en));
        }
    }
    assert!(named > 60, "refusals are no longer found: {named}");
    let table: String = cited.iter().map(|(nb, (nn, en))| format!("nb {nb}\nnn {nn}\nen {en}\n\n")).collect();
    insta::assert_snapshot!(table);
}
