//! Just enough of Rust's grammar to read paths and names: comments and texts are left out, and unit tests too.

/// A piece of source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Token {
    /// A name, keyword or number.
    Word(String),
    /// Any other character outside comments and texts.
    Sign(char),
    /// A text, as it stands between its quotes, and the line of the first quote.
    Text(String, usize),
}

impl Token {
    fn is(&self, sign: char) -> bool {
        *self == Self::Sign(sign)
    }

    /// The name, if it is one.
    pub fn word(&self) -> Option<&str> {
        match self {
            Self::Word(word) => Some(word),
            Self::Sign(_) | Self::Text(..) => None,
        }
    }
}

/// The source as tokens, without comments, texts and whatever stands under `#[cfg(test)]`.
pub fn tokens(source: &str) -> Vec<Token> {
    tokens_and_texts(source).into_iter().filter(|token| !matches!(token, Token::Text(..))).collect()
}

/// The same, with its texts.
pub fn tokens_and_texts(source: &str) -> Vec<Token> {
    without_unit_tests(&all_tokens(source))
}

fn all_tokens(source: &str) -> Vec<Token> {
    let characters: Vec<char> = source.chars().collect();
    let at = |index: usize| characters.get(index).copied().unwrap_or('\0');
    let text = |start: usize, end: usize, hashes: usize| {
        let line = characters[..start].iter().filter(|character| **character == '\n').count() + 1;
        Token::Text(characters[start..end.saturating_sub(1 + hashes).max(start)].iter().collect(), line)
    };
    let mut tokens = Vec::new();
    let mut index = 0;
    while index < characters.len() {
        let character = at(index);
        if character == '/' && at(index + 1) == '/' {
            while index < characters.len() && at(index) != '\n' {
                index += 1;
            }
        } else if character == '/' && at(index + 1) == '*' {
            index = end_of_block_comment(&characters, index);
        } else if character == '"' {
            let start = index + 1;
            index = end_of_text(&characters, start, 0, true);
            tokens.push(text(start, index, 0));
        } else if character == '\'' {
            // A lifetime has no closing quote right after its first letter; a character has.
            let escaped = at(index + 1) == '\\';
            if escaped || at(index + 2) == '\'' {
                index += if escaped { 3 } else { 2 };
                while index < characters.len() && at(index) != '\'' {
                    index += 1;
                }
            }
            index += 1;
        } else if character.is_alphanumeric() || character == '_' {
            let start = index;
            while at(index).is_alphanumeric() || at(index) == '_' {
                index += 1;
            }
            let word: String = characters[start..index].iter().collect();
            let hashes = (index..).take_while(|place| at(*place) == '#').count();
            match word.as_str() {
                "r" | "br" | "cr" if at(index + hashes) == '"' => {
                    let start = index + hashes + 1;
                    index = end_of_text(&characters, start, hashes, false);
                    tokens.push(text(start, index, hashes));
                }
                "b" | "c" if at(index) == '"' => index = end_of_text(&characters, index + 1, 0, true),
                _ => tokens.push(Token::Word(word)),
            }
        } else {
            if !character.is_whitespace() {
                tokens.push(Token::Sign(character));
            }
            index += 1;
        }
    }
    tokens
}

fn end_of_block_comment(characters: &[char], start: usize) -> usize {
    let (mut index, mut depth) = (start, 0);
    while index < characters.len() {
        match characters.get(index..index + 2) {
            Some(['/', '*']) => (depth, index) = (depth + 1, index + 2),
            Some(['*', '/']) => (depth, index) = (depth - 1, index + 2),
            _ => index += 1,
        }
        if depth == 0 {
            break;
        }
    }
    index
}

fn end_of_text(characters: &[char], start: usize, hashes: usize, escapes: bool) -> usize {
    let mut index = start;
    while index < characters.len() {
        if escapes && characters[index] == '\\' {
            index += 2;
        } else if characters[index] == '"'
            && characters[index + 1..].iter().take(hashes).filter(|c| **c == '#').count() == hashes
        {
            return index + 1 + hashes;
        } else {
            index += 1;
        }
    }
    index
}

fn without_unit_tests(tokens: &[Token]) -> Vec<Token> {
    let words = ["#", "[", "cfg", "(", "test", ")", "]"];
    let is_mark = |at: &[Token]| {
        at.len() >= words.len()
            && words.iter().zip(at).all(|(expected, token)| match token {
                Token::Word(word) => word == expected,
                Token::Sign(sign) => expected.chars().eq([*sign]),
                Token::Text(..) => false,
            })
    };
    let mut kept = Vec::new();
    let mut index = 0;
    while index < tokens.len() {
        if is_mark(&tokens[index..]) {
            index = end_of_item(tokens, index + words.len());
        } else {
            kept.push(tokens[index].clone());
            index += 1;
        }
    }
    kept
}

/// Behind the `;` or the closing brace that ends the item.
fn end_of_item(tokens: &[Token], start: usize) -> usize {
    let mut depth = 0_u32;
    for (index, token) in tokens.iter().enumerate().skip(start) {
        match token {
            Token::Sign('{') => depth += 1,
            Token::Sign('}') if depth <= 1 => return index + 1,
            Token::Sign('}') => depth -= 1,
            Token::Sign(';') if depth == 0 => return index + 1,
            Token::Sign(_) | Token::Word(_) | Token::Text(..) => {}
        }
    }
    tokens.len()
}

/// The module that a file of `src/` is: `src/law/identity/number.rs` is `law::identity::number`.
pub fn module_of(path: &str) -> Vec<String> {
    let inner = path.trim_start_matches("src/").trim_end_matches(".rs");
    inner.split('/').filter(|part| !matches!(*part, "mod" | "lib" | "main")).map(str::to_owned).collect()
}

/// Every path into the crate that the tokens name, from the root of the crate: `crate::…`, `super::…`, `self::…`,
/// with the lists of `use` taken apart.
pub fn crate_paths(tokens: &[Token], module: &[String]) -> Vec<Vec<String>> {
    let mut paths = Vec::new();
    for (index, token) in tokens.iter().enumerate() {
        let begins = index == 0 || !(tokens[index - 1].is(':') || tokens[index - 1].is('.'));
        let leads = tokens.get(index + 1).is_some_and(|sign| sign.is(':'))
            && tokens.get(index + 2).is_some_and(|sign| sign.is(':'));
        if begins && leads && matches!(token.word(), Some("crate" | "super" | "self")) {
            tree(tokens, index, module, None, &mut paths);
        }
    }
    paths
}

/// Reads one path or one branch of a list, and returns where it ends.
fn tree(
    tokens: &[Token],
    start: usize,
    module: &[String],
    prefix: Option<&[String]>,
    paths: &mut Vec<Vec<String>>,
) -> usize {
    let mut path = prefix.map(<[String]>::to_vec).unwrap_or_default();
    let mut index = start;
    loop {
        match tokens.get(index) {
            Some(Token::Word(word)) => {
                match word.as_str() {
                    "crate" => path.clear(),
                    "self" if index == start && prefix.is_none() => path = module.to_vec(),
                    "self" => {}
                    "super" if index == start && prefix.is_none() => {
                        path = module.split_last().map(|(_, rest)| rest.to_vec()).unwrap_or_default();
                    }
                    "super" => drop(path.pop()),
                    name => path.push(name.to_owned()),
                }
                index += 1;
            }
            Some(Token::Sign('{')) => {
                index += 1;
                while index < tokens.len() && !tokens[index].is('}') {
                    let end = tree(tokens, index, module, Some(&path), paths);
                    index = end.max(index + 1);
                    while index < tokens.len() && !tokens[index].is(',') && !tokens[index].is('}') {
                        index += 1;
                    }
                    if index < tokens.len() && tokens[index].is(',') {
                        index += 1;
                    }
                }
                return index + 1;
            }
            Some(Token::Sign(_) | Token::Text(..)) | None => {
                paths.push(path);
                return index;
            }
        }
        let goes_on = tokens.get(index).is_some_and(|sign| sign.is(':'))
            && tokens.get(index + 1).is_some_and(|sign| sign.is(':'));
        if !goes_on {
            paths.push(path);
            return index;
        }
        index += 2;
    }
}

#[test]
fn comments_texts_and_unit_tests_are_left_out() {
    let source = r##"
        // crate::one
        /* crate::two /* crate::three */ crate::four */
        const A: &str = "crate::five \" crate::six"; const B: &str = r#"crate::"seven"#; const C: char = '"';
        fn f<'a>(x: &'a str) { crate::eight::nine(x); }
        #[cfg(test)]
        mod tests { use crate::ten; fn g() {} }
        use crate::eleven;
    "##;
    let paths = crate_paths(&tokens(source), &[]);
    assert_eq!(paths, [vec!["eight".to_owned(), "nine".to_owned()], vec!["eleven".to_owned()]]);
}

#[test]
fn lists_and_relative_paths_are_taken_apart() {
    let module = module_of("src/law/identity/number.rs");
    let found = |source: &str| {
        let paths = crate_paths(&tokens(source), &module);
        paths.iter().map(|path| path.join("::")).collect::<Vec<_>>()
    };
    assert_eq!(
        found("use crate::{law::{deadline, rights::Right as R}, wording::*, self};"),
        ["law::deadline", "law::rights::Right", "wording", ""]
    );
    assert_eq!(
        found("use super::{control, problem::IdentityProblem};"),
        ["law::identity::control", "law::identity::problem::IdentityProblem"]
    );
    assert_eq!(found("pub(crate) fn f() { super::super::deadline::due(1) }"), ["law::deadline::due"]);
    assert_eq!(module_of("src/law/identity/mod.rs"), ["law", "identity"]);
    assert!(module_of("src/lib.rs").is_empty());
}
