//! What stands beside a name without being one: "Dr.", "Frau", "Jr.", "MBA", "she/her".

/// Words before a name, in small letters, without their dot: what someone is, does in the club, or is to somebody else.
const TITLES: &str = " dr drs dra prof professor professorin doctor doktor docteur dottore dott dottssa mr mrs ms miss mx sir dame \
    lady lord rev fr sr sra srta sig sigra signor signora señor señora monsieur madame mme mlle mademoiselle herr herrn frau hr \
    fru frøken dhr mevr mevrouw meneer pan pani paní pán dipl ing mag mgr bc mga judr mudr phdr rndr avv arch lic lda abg arq \
    univ fam familie family famille familia the die les team club rabbi imam sheikh pastor pfarrer father sister brother don \
    doña capt captain cpt col gen maj lt sgt cpl cmdr cllr hon judge justice shri sri smt ustadz haji dato datin \
    tan onkel tante oma opa uncle aunt auntie coach trainer trainerin major graf gräfin baron baronin baroness freiherr freifrau \
    hofrat hofrätin stb ostr me maître maitre bay bayan sayın pak bapak bu ibu guest gast invité invitée invitado invitada ospite \
    revd rvd reverend ven rt canon bishop deacon vicar chaplain brigadier admiral commander colonel general sergeant corporal \
    constable inspector nurse schwester bruder soeur hermana hermano suor teacher lehrer lehrerin maestro maestra profesor \
    profesora professore professoressa principal headmaster headmistress director direktor direktorin directeur directrice \
    directora direttore direttrice manager president präsident präsidentin presidente presidenta président présidente prezes \
    vice vorstand vorständin vorsitzender vorsitzende vorsitz obmann obfrau chair chairman chairwoman chairperson voorzitter \
    ordförande formand předseda předsedkyně secretary sekretär sekretärin schriftführer schriftführerin secrétaire segretario \
    segretaria secretario secretaria secretaris treasurer kassier kassierer kassiererin kasse schatzmeister schatzmeisterin \
    trésorier trésorière tesoriere tesorero tesorera penningmeester kassör kasserer skipper kapitän kapitänin capitano capitán \
    capitaine aanvoerder betreuer betreuerin allenatore allenatrice entrenador entrenadora entraîneur trener trenerka trenér \
    referee ref schiedsrichter schiedsrichterin arbitre árbitro arbitro physio physiotherapist arzt ärztin parent parents mum \
    mummy mom mother dad daddy guardian carer eltern mutter vater mama mami papa papi mère maman madre mamá mamma padre papà \
    genitori padres ouders moeder vader rodzice friend friends тренер директор президент \
    alhaji alhaja hajiya chief engr barrister mallam malama otunba ato weizero woizero datuk tengku tunku hajji hajj hadji hajah encik puan \
    janab assistant deputy spare granny grandma grandpa grandad granddad \
    пан пані панна господин госпожа κ κα κος السيد السيدة श्री श्रीमती डॉ גב מר ดร นาย นาง นางสาว ";

/// What stands behind a name, in small letters, without dots and spaces.
const SUFFIXES: &str = " jr sr jun sen ii iii iv phd dphil edd md do dds dmd mbbs mbchb jd esq esquire cpa cfa cfp pmp ra rn np sj osb \
    op ba bsc bs ma ms msc meng beng mba mph llb llm mp mep obe mbe cbe kc qc frcp frs inc ltd plc llc gmbh ev ag kg mbh sa dipling \
    tickets ticket team office club members member reserve guest extern external intern contractor ";

/// What stands before a name in some places, and is a name in others: whoever it stands first for may not be called so.
const PERHAPS_TITLES: &str = " barr oba ustaz tuan cik khun begum hadja hajja malam gran daw ko ma maung saw ";

/// First words of names of families of several words, and names of families that stand first: who is called by one is called by
/// half a name.
const PARTICLES: &str = " st ste saint van von vom vander de del della dello di da do dos das du des la le el al zu zum zur ter ten af av bin bint \
    ibn abu abd abdul abdel abdoul abdal abdol abdur abdus umm mac mc o ó ní ni uí mhic عبد أبو ابو أم ام ابن بن بنت \
    mohd muhd md te san santa sankt sint den der het op am in dal dalla dalle dall lo los las ap \
    nguyễn trần lê phạm hoàng huỳnh vũ võ đặng bùi đỗ hồ ngô dương lý nguyen pham hoang huynh thị thi ";

/// How such words end in German, where they are put together: "Jugendleiter", "Kassenwart".
const TITLES_END: [&str; 12] = [
    "leiter",
    "leiterin",
    "trainer",
    "trainerin",
    "präsident",
    "präsidentin",
    "vorsitzende",
    "vorsitzender",
    "lehrer",
    "lehrerin",
    "beauftragte",
    "beauftragter",
];

/// "Platzwart" and "Zeugwartin" are such words, "Stewart" and "Ewart" are names.
fn is_warden(word: &str) -> bool {
    word.chars().count() > 7 && (word.ends_with("wart") || word.ends_with("wartin"))
}

fn is_in(list: &str, word: &str) -> bool {
    !word.is_empty() && list.contains(&format!(" {word} "))
}

fn plain(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase()
}

/// Whether a word stands before names, such as "Dr." and "Herr"; "Dipl.-Ing." and "Dr.med." begin with one, too.
pub fn is_title(word: &str) -> bool {
    let word = word.trim_start_matches(|c: char| !c.is_alphanumeric());
    let begins = word.split(['.', '-', '\'']).next().unwrap_or_default();
    let whole = word.trim_end_matches('.').to_lowercase();
    let ends_so = |word: &str| is_warden(word) || TITLES_END.iter().any(|end| word.ends_with(end));
    [plain(begins), plain(word), whole].iter().any(|word| is_in(TITLES, word) || ends_so(word))
}

/// Whether a word is the first of a name of several, such as "van" and "عبد".
pub fn is_particle(word: &str) -> bool {
    is_in(PARTICLES, &word.to_lowercase())
}

/// Whether a word is a title in some places, and a name in others: "Ko", "Tuan", "Begum".
pub fn is_perhaps_a_title(word: &str) -> bool {
    is_in(PERHAPS_TITLES, &word.to_lowercase())
}

/// Whether a word says that the name is that of a firm, a club, a part of one, or of what somebody does there.
pub fn is_of_a_firm(word: &str) -> bool {
    let of_one = " gmbh ag kg ev inc ltd llc plc office officer team squad club verein ticket tickets juniors seniors youth girls boys ladies \
        mens womens reserves veterans vets colts coach coaches manager managers secretary treasurer committee staff volunteers \
        jugend junioren juniorinnen senioren seniorinnen damen herren mannschaft mädchen jungs knaben vorstand jeunes féminines \
        vétérans comité bénévoles ";
    word == "XI" || (word.starts_with(char::is_alphanumeric) && is_in(of_one, &plain(word)))
}

/// Whether what stands behind the comma of a name is surely none: a degree, a place, pronouns, a number.
pub fn is_no_name(before: &str, behind: &str) -> bool {
    let mut words = behind.split_whitespace();
    let (first, alone) = (words.next().unwrap_or_default(), words.next().is_none());
    let loud =
        |word: &str| word.chars().filter(|c| c.is_uppercase()).count() > 1 && !word.chars().any(char::is_lowercase);
    let of_several = before.split_whitespace().nth(1).is_some();
    behind.contains(|c: char| c.is_ascii_digit() || matches!(c, '/' | '@' | '&' | '+'))
        || is_in(SUFFIXES, &plain(first))
        || (is_in(SUFFIXES, &plain(behind)) && (of_several || plain(behind).len() > 2))
        || (alone && is_title(first) && (first.ends_with('.') || ["dr", "prof"].contains(&plain(first).as_str())))
        || (of_several && loud(first) && !loud(before))
}

#[cfg(test)]
mod tests {
    use super::{is_no_name, is_title};

    #[test]
    fn what_is_no_name_is_known() {
        for behind in ["Jr.", "Ph. D.", "MBBS", "she/her", "Block 4", "FC Rovers", "Dr.", "Esquire"] {
            assert!(is_no_name("Hannah Lee", behind), "{behind}");
        }
        for behind in ["Hannah", "Anna-Lena", "Seán", "Dr. Ada", "Mary Ann", "J. R.", "Don"] {
            assert!(!is_no_name("Lee", behind), "{behind}");
        }
        for title in ["Dr.", "Dr.med.", "Dipl.-Ing.", "Dott.ssa", "Frau", "Sr.", "ดร.", "श्री", "גב׳", "Κα"]
        {
            assert!(is_title(title), "{title}");
        }
        assert!(!is_title("Drew") && !is_title("Anna") && !is_title(""));
    }
}
