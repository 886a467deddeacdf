//! The `.env` file. Nothing in it is ever replaced by anything: a value is what is written.

use std::collections::BTreeMap;

/// A value and its line, counted from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Written {
    pub value: String,
    pub line: usize,
}

/// Reads a file: one `NAME=value` a line, perhaps with `export` before it; the later of two lines counts.
///
/// A value runs to the end of its line, or to a `#` with a blank before it; blanks around it do not count. In single quotes
/// everything is taken as it is; in double quotes `\"` and `\\` stand for the second sign, and `\n` for a line break. A quote
/// within a value is a letter like any other.
///
/// # Errors
/// Every line that cannot be read, by its number, and without what is written there: it may be a secret.
pub(super) fn read(bytes: &[u8]) -> Result<BTreeMap<String, Written>, Vec<String>> {
    let (mut values, mut problems) = (BTreeMap::new(), Vec::new());
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    for (line, number) in lines(bytes).zip(1..) {
        match std::str::from_utf8(line)
            .map_err(|_| "it is not UTF-8; save the file as UTF-8".to_owned())
            .and_then(entry)
        {
            Ok(Some((name, value))) => drop(values.insert(name.to_owned(), Written { value, line: number })),
            Ok(None) => {}
            Err(problem) => problems.push(format!(".env, line {number} (not shown): {problem}")),
        }
    }
    if problems.is_empty() { Ok(values) } else { Err(problems) }
}

/// Lines as any system ends them: with LF, CR LF, or CR alone.
fn lines(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    let ends = if bytes.contains(&b'\n') { b'\n' } else { b'\r' };
    bytes.split(move |&byte| byte == ends)
}

/// The name and value of one line; `None`: there is none in it.
fn entry(line: &str) -> Result<Option<(&str, String)>, String> {
    let line = line.trim();
    if line.is_empty() || line.starts_with('#') {
        return Ok(None);
    }
    let line = line.strip_prefix("export").filter(|rest| rest.starts_with(char::is_whitespace)).unwrap_or(line);
    let (name, value) = line.split_once('=').ok_or("there is no = in it; write NAME=value")?;
    let name = name.trim();
    // "A=#1 Fans", but "A=# nothing yet".
    let hash = value.starts_with('#') && !value[1..].starts_with(char::is_whitespace) && value.len() > 1;
    let letter = |b: u8| b.is_ascii_alphanumeric() || b == b'_';
    if name.is_empty() || !name.bytes().all(letter) || name.starts_with(|first: char| first.is_ascii_digit()) {
        return Err("what is before the = is no name; write NAME=value, the name in letters, digits, and _".to_owned());
    }
    let value = value.trim();
    let value = match value.chars().next() {
        // As word processors write them.
        Some('“' | '”' | '„' | '‘' | '’') => {
            return Err(format!("{name}: it begins with a curly quote; write a straight one, ' or \""));
        }
        Some(quote @ ('\'' | '"')) => quoted(&value[1..], quote).map_err(|problem| format!("{name}: {problem}"))?,
        _ => unquoted(value, hash).to_owned(),
    };
    Ok(Some((name, value)))
}

/// A value up to the comment behind it. Where a `#` may begin it, it does.
fn unquoted(value: &str, hash: bool) -> &str {
    let begins = |at: usize| value[..at].chars().next_back().map_or(!hash, char::is_whitespace);
    let comment = value.char_indices().find(|&(at, letter)| letter == '#' && begins(at));
    comment.map_or(value, |(at, _)| value[..at].trim_end())
}

/// A value from behind its opening quote on.
fn quoted(text: &str, quote: char) -> Result<String, String> {
    let mut value = String::new();
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        if letter == quote {
            let rest = letters.as_str().trim_start();
            if rest.is_empty() || (rest.starts_with('#') && letters.as_str().starts_with(char::is_whitespace)) {
                return Ok(value);
            }
            return Err(format!("something follows the closing {quote}; put the whole value between {}", other(quote)));
        }
        if letter == '\\' && quote == '"' {
            let escaped = letters.clone().next();
            match escaped {
                Some('"' | '\\') => value.extend(letters.next()),
                Some('n') => {
                    letters.next();
                    value.push('\n');
                }
                _ => value.push('\\'),
            }
        } else {
            value.push(letter);
        }
    }
    Err(format!(
        "the {quote} at the beginning of the value is not closed; put the whole value between {}",
        other(quote)
    ))
}

/// How a value is written that holds this quote.
const fn other(quote: char) -> &'static str {
    if quote == '"' { "single quotes: '…'" } else { "double quotes: \"…\"" }
}

#[cfg(test)]
mod tests {
    use super::read;

    fn value(line: &str) -> Result<String, String> {
        let read = read(line.as_bytes()).map_err(|problems| problems.join("\n"))?;
        Ok(read.into_values().next().map(|written| written.value).unwrap_or_default())
    }

    #[test]
    fn a_value_is_what_is_written() {
        for (line, meant) in [
            ("APP_NAME=Rovers Ticket Club", "Rovers Ticket Club"),
            ("APP_NAME=O'Brien", "O'Brien"),
            ("APP_NAME=Rock 'n' Roll", "Rock 'n' Roll"),
            ("APP_NAME=5\" disks", "5\" disks"),
            ("APP_NAME=\"O'Brien\"", "O'Brien"),
            ("APP_NAME='The \"Club\"'", "The \"Club\""),
            ("APP_NAME=\"The \\\"Club\\\"\"", "The \"Club\""),
            ("APP_NAME=\"Cash $Money club\"", "Cash $Money club"),
            ("APP_NAME=Cash ${Money} `club` $(x)", "Cash ${Money} `club` $(x)"),
            ("SECRET_KEY=abc$tail9", "abc$tail9"),
            ("SECRET_KEY='a\\nb'", "a\\nb"),
            ("DATABASE=\"C:\\pool\\tickets.db\"", "C:\\pool\\tickets.db"),
            ("DATABASE=C:\\users\\tickets.db", "C:\\users\\tickets.db"),
            ("A=x # the name", "x"),
            ("A=x\t# the name", "x"),
            ("A='x # y' # the name", "x # y"),
            ("A=x#y", "x#y"),
            ("A=# nothing yet", ""),
            ("A= #nothing yet", ""),
            ("A=#", ""),
            ("A=#1 Fans", "#1 Fans"),
            ("A=#1 Fans # the name", "#1 Fans"),
            ("A=", ""),
            ("A=''", ""),
            ("  export   A =  x  ", "x"),
            ("exported=x", "x"),
            ("A=x=y==", "x=y=="),
            ("A=x\r", "x"),
            ("\u{feff}A=x", "x"),
            ("\u{feff}# A=x", ""),
            ("# it's a comment", ""),
            ("A=Zoë’s club", "Zoë’s club"),
        ] {
            assert_eq!(value(line).as_deref(), Ok(meant), "{line}");
        }
    }

    #[test]
    fn a_line_that_cannot_be_read_is_named_and_not_shown() {
        for (line, said) in [
            ("SECRET_KEY", "there is no = in it"),
            ("export SECRET_KEY", "there is no = in it"),
            ("SECRET KEY=hush", "is no name"),
            ("2ND=hush", "is no name"),
            ("=hush", "is no name"),
            ("SECRET_KEY='hush", "SECRET_KEY: the ' at the beginning of the value is not closed"),
            ("SECRET_KEY=\"hush\\\"", "SECRET_KEY: the \" at the beginning of the value is not closed"),
            ("SECRET_KEY='hush' hush", "SECRET_KEY: something follows the closing '"),
            ("SECRET_KEY=\"hush\"#hush", "SECRET_KEY: something follows the closing \""),
        ] {
            let problem = value(&format!("A=fine\r\n\r\n{line}\r\nB=fine\n")).unwrap_err();
            assert!(problem.starts_with(".env, line 3 (not shown): ") && problem.contains(said), "{line}: {problem}");
            assert!(!problem.contains("hush"), "{problem}");
        }
        let problems = read(b"A=fine\nB=caf\xe9\nC\n").unwrap_err();
        assert_eq!(problems.len(), 2, "{problems:?}");
        assert!(problems[0].starts_with(".env, line 2 (not shown): it is not UTF-8"), "{problems:?}");
    }

    #[test]
    fn the_later_of_two_lines_counts_and_is_the_one_named() {
        let read = read(b"A=1\nB=2\nA=3").unwrap();
        assert_eq!((read["A"].value.as_str(), read["A"].line, read["B"].line), ("3", 3, 2));
    }
}
