//! Letters as people type them who have no others, or do not know which it is.

use crate::domain::visible::composed;

/// What people leave out when they type: dots, apostrophes, the dot of Catalan, and what stands for a stop in the
/// throat, as in Hawaiʻi and Saʿid.
pub(super) fn is_left_out(c: char) -> bool {
    matches!(
        c,
        '\'' | '·' | '’' | '‘' | '‛' | '`' | '´' | '′' | '‵' | '.' | '\u{2b9}'..='\u{2bf}' | 'ˈ' | 'ꞌ' | '՚' | '׳'
    )
}

/// Adds a letter, of those with a stroke or in one piece what people type instead: they have no other decomposition.
pub(super) fn push_plain(text: &mut String, c: char) {
    match c {
        'ł' => text.push('l'),
        'ø' => text.push('o'),
        'đ' | 'ð' => text.push('d'),
        'ħ' => text.push('h'),
        'ŧ' => text.push('t'),
        'ŋ' => text.push('n'),
        'ə' => text.push('e'),
        'ı' => text.push('i'),
        'ß' => text.push_str("ss"),
        'æ' => text.push_str("ae"),
        'œ' => text.push_str("oe"),
        'þ' => text.push_str("th"),
        'ς' => text.push('σ'),
        // Letters of Ukrainian, Kazakh, and Tajik that a Russian keyboard has not.
        'ґ' | 'ғ' => text.push('г'),
        'қ' => text.push('к'),
        'ң' => text.push('н'),
        'ө' => text.push('о'),
        'ұ' | 'ү' => text.push('у'),
        'ә' => text.push('а'),
        'һ' | 'ҳ' => text.push('х'),
        'ҷ' => text.push('ч'),
        'є' => text.push('е'),
        'і' => text.push('и'),
        // Letters of Arabic that one keyboard has and another has not, and forms of Han letters in Japanese names.
        'ى' | 'ی' => text.push('ي'),
        'ک' => text.push('ك'),
        'ة' => text.push('ه'),
        '﨑' => text.push('崎'),
        '髙' => text.push('高'),
        '邊' | '邉' => text.push('辺'),
        '齋' | '齊' | '斎' => text.push('斉'),
        '澤' => text.push('沢'),
        '濱' | '濵' => text.push('浜'),
        '廣' => text.push('広'),
        '櫻' => text.push('桜'),
        '眞' => text.push('真'),
        '國' => text.push('国'),
        '惠' => text.push('恵'),
        '榮' => text.push('栄'),
        '瀧' => text.push('滝'),
        '嶋' => text.push('島'),
        _ => text.extend(c.to_lowercase()),
    }
}

/// As Germans write umlauts where there are none, Danes and Norwegians their letters, Serbs đ, and others the ə of
/// Azerbaijan.
pub(super) fn spelled_out(name: &str) -> String {
    let mut text = String::with_capacity(name.len());
    for c in composed(&name.to_lowercase()).chars() {
        match c {
            'ä' => text.push_str("ae"),
            'ö' | 'ø' => text.push_str("oe"),
            'ü' => text.push_str("ue"),
            'å' => text.push_str("aa"),
            'đ' => text.push_str("dj"),
            'ə' => text.push('a'),
            _ => text.push(c),
        }
    }
    text
}
