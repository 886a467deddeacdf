//! Rounds of the public beacon, against what it published and against everything that only looks like it.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

mod signing;

use allocation::{
    Hash,
    beacon::{NotOfThisRound, QUICKNET, Round, Signature},
};
use bls12_381::G1Affine;
use sha2::{Digest, Sha256};
use signing::{Beacon, chain_hash};

/// Rounds as `https://api.drand.sh/52db…e971/public/NUMBER` gives them, copied from the tests of others who publish them:
/// the first four from the Ideal Network, 657413 from python-drand-verify, the last two from mindpeeker-sdk.
const PUBLISHED: [(u64, &str); 7] = [
    (1000, "b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39"),
    (1001, "b33bf3667cbd5a82de3a24b4e0e9fe5513cc1a0e840368c6e31f5fcfa79bea03f73896b25883abf2853d10337fb8fa41"),
    (1002, "ab066f9c12dd6de1336fca0f925192fb0c72a771c3e4c82ede1fd362c1a770f9eb05843c6308ce2530b53a99c0281a6e"),
    (1003, "b104c82771698f45fd8dcfead083d482694c31ab519bcef077f126f3736fe98c8392fd5d45d88aeb76b56ccfcb0296d7"),
    (657_413, "b713718a38ae728dfd477991af2822e08d2f305e47718cef9f7848ce4050e7be41076862b98fad56e91a6b85b89cd97b"),
    (32_281_667, "b0f5ae301358ff87a9d3dd539ed4a07c0148b1ab4f7b61a8ca43c7e9ca7ca9553e4faae9188deb30b2cd1a7f447e3e5b"),
    (32_285_086, "a64d99fd7fa3e48912be7209c7b69c72c88fc5224be2516949b6f29f3a4b7e3fa069dd58b2bbb4bf2c34ae61ef631a44"),
];

/// What the same answers call `randomness`.
const RANDOMNESS: [(u64, &str); 3] = [
    (1000, "fe290beca10872ef2fb164d2aa4442de4566183ec51c56ff3cd603d930e54fdd"),
    (657_413, "fc1873a13f3545aeade8401532ef5519920652eee6b0d2b19ca12643b87b3587"),
    (32_281_667, "4fd2fc55983dbfa3f446d8a0bd56f16cc8c5e76afd1ec154b60d477cbabed13b"),
];

fn round(number: u64) -> Round {
    Round::new(number).unwrap()
}

fn published(number: u64) -> Signature {
    let (_, text) = PUBLISHED.into_iter().find(|&(round, _)| round == number).unwrap();
    Signature::parse(text).unwrap()
}

fn refused(bytes: [u8; 48]) -> bool {
    QUICKNET.verify(round(1000), &Signature(bytes)) == Err(NotOfThisRound)
}

#[test]
fn rounds_that_the_beacon_published_are_verified() {
    for (number, text) in PUBLISHED {
        let randomness = QUICKNET.verify(round(number), &Signature::parse(text).unwrap()).unwrap();
        assert_eq!(randomness, Hash(Sha256::digest(published(number).0).into()), "round {number}");
    }
    for (number, randomness) in RANDOMNESS {
        assert_eq!(QUICKNET.verify(round(number), &published(number)).unwrap().to_string(), randomness);
    }
}

/// The name covers period, beginning, key, the seed of the group (`groupHash`) and the id: no number above can be wrong.
#[test]
fn quicknet_s_name_follows_from_its_numbers() {
    let seed = Hash::parse("f477d5c89f21a17c863a7f937c6a6d15859414d2be09cd448d4279af331c5d3e").unwrap();
    assert_eq!(chain_hash(QUICKNET.genesis, QUICKNET.period, &QUICKNET.key, &seed.0, "quicknet"), QUICKNET.hash);
    assert_eq!(QUICKNET.hash.to_string(), "52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971");
}

#[test]
fn a_signature_belongs_to_one_round_only() {
    for other in [1, 999, 1001, 1 << 40] {
        assert_eq!(QUICKNET.verify(round(other), &published(1000)), Err(NotOfThisRound));
    }
}

#[test]
fn no_bit_of_a_signature_can_be_another() {
    for place in 0..48 * 8 {
        let mut bytes = published(1000).0;
        bytes[place / 8] ^= 1 << (place % 8);
        assert!(refused(bytes), "bit {place}");
    }
}

/// Flags are the three highest bits: compressed, infinity, the larger of two roots (the Zcash encoding).
#[test]
fn a_point_written_another_way_is_refused() {
    let field = "1a0111ea397fe69a4b1ba7b6434bacd764774b84f38512bf6730d2a0f6b0f6241eabfffeb153ffffb9feffffffffaaab";
    let Signature(mut field_and_flag) = Signature::parse(field).unwrap();
    field_and_flag[0] |= 0x80;
    assert!(refused(field_and_flag), "0, written as the size of the field");
    assert!(refused([0; 48]) && refused([0xff; 48]));
    // A true signature whose x leaves room for the size of the field on top: the same point, written once more.
    let beacon = Beacon::new("ours", 1_000, 3);
    let rounds = (1..).map(|number| (round(number), beacon.sign(round(number))));
    let (small, signature) = rounds.into_iter().find(|(_, signature)| signature.0[0] & 0x1f < 5).unwrap();
    assert!(beacon.chain.verify(small, &signature).is_ok());
    let (mut twice, mut carry) = (signature, 0);
    for (byte, add) in twice.0.iter_mut().zip(Signature::parse(field).unwrap().0).rev() {
        let sum = u16::from(*byte) + u16::from(add) + carry;
        (*byte, carry) = (sum.to_le_bytes()[0], sum >> 8);
    }
    assert_eq!(twice.0[0] & 0xe0, signature.0[0] & 0xe0);
    assert_eq!(beacon.chain.verify(small, &twice), Err(NotOfThisRound));
    // And with the flag of the other root, or none.
    for flag in [0x20, 0x40, 0x80] {
        let mut other = signature;
        other.0[0] ^= flag;
        assert_eq!(beacon.chain.verify(small, &other), Err(NotOfThisRound));
    }
}

#[test]
fn the_point_at_infinity_signs_nothing() {
    let infinity = G1Affine::identity().to_compressed();
    assert_eq!(infinity[0], 0xc0);
    assert!(refused(infinity));
    // Nor where the key is that point too, although the equation then holds.
    let mut nobody = QUICKNET;
    nobody.key = [0; 96];
    nobody.key[0] = 0xc0;
    assert_eq!(nobody.verify(round(1000), &Signature(infinity)), Err(NotOfThisRound));
    assert_eq!(nobody.verify(round(1000), &published(1000)), Err(NotOfThisRound));
}

/// A true signature and a point that the pairing maps to 1: only the test of the subgroup tells them apart.
#[test]
fn a_point_outside_the_subgroup_is_refused() {
    let stranger = (0..=u8::MAX).find_map(|x| {
        let mut bytes = [0; 48];
        (bytes[0], bytes[47]) = (0x80, x);
        let point = Option::<G1Affine>::from(G1Affine::from_compressed_unchecked(&bytes))?;
        (!bool::from(point.is_torsion_free())).then_some(point)
    });
    let stranger = stranger.unwrap();
    assert!(bool::from(stranger.is_on_curve()));
    assert!(refused(stranger.to_compressed()));
    // Times the order of the subgroup: what is left of it lies wholly outside.
    let order_less_one = -bls12_381::Scalar::one();
    let outside = stranger * order_less_one + stranger;
    let genuine = G1Affine::from_compressed(&published(1000).0).unwrap();
    let mixed = G1Affine::from(outside + genuine);
    assert!(bool::from(mixed.is_on_curve()) && mixed != genuine);
    assert!(refused(mixed.to_compressed()));
}

#[test]
fn signatures_are_read_as_ninety_six_lowercase_digits() {
    let (_, text) = PUBLISHED[0];
    assert_eq!(Signature::parse(text).unwrap().to_string(), text);
    for wrong in [&text.to_uppercase(), &text[..94], &text[..95], &format!("{text}00"), &format!(" {text}"), ""] {
        assert_eq!(Signature::parse(wrong), None, "{wrong:?}");
    }
    assert_eq!(Signature::parse(&text.replace('b', "g")), None);
    assert_eq!(Signature::parse(&"é".repeat(48)), None);
}

#[test]
fn chains_do_not_take_each_other_s_rounds() {
    let (ours, theirs) = (Beacon::new("ours", 1_000, 3), Beacon::new("theirs", 1_000, 3));
    let signature = ours.sign(round(1000));
    let randomness = Hash(Sha256::digest(signature.0).into());
    assert_eq!(ours.chain.verify(round(1000), &signature), Ok(randomness));
    assert_eq!(theirs.chain.verify(round(1000), &signature), Err(NotOfThisRound));
    assert_eq!(QUICKNET.verify(round(1000), &signature), Err(NotOfThisRound));
    assert_eq!(ours.chain.verify(round(1000), &published(1000)), Err(NotOfThisRound));
    assert_ne!(ours.chain.hash, theirs.chain.hash);
}

/// Before quicknet began, its makers published rounds of a key for tests of the same scheme (drand, pull request 1249).
#[test]
fn rounds_that_another_key_published_are_verified_with_that_key() {
    let mut chain = Beacon::new("ours", 1_000, 3).chain;
    let key = "a1ee12542360bf75742bcade13d6134e7d5283d9eb782887c47d3d9725f05805d37b0106b7f744395bf82c175dd7434a\
               169e998f188a657a030d588892c0cd2c01f996aaf331c4d8bc5b9734bbe261d09e7d2d39ef88b635077f262bd7bbb30f";
    for (byte, digits) in chain.key.iter_mut().zip(key.as_bytes().chunks_exact(2)) {
        *byte = u8::from_str_radix(std::str::from_utf8(digits).unwrap(), 16).unwrap();
    }
    let third = "b98dae74f6a9d2ec79d75ba273dcfda86a45d589412860eb4c0fd056b00654dbf667c1b6884987c9aee0d43f8ba9db52";
    let third = Signature::parse(third).unwrap();
    let randomness = Hash::parse("9e9829dfb34bd8db3e21c28e13aefecd86e007ebd19d6bb8a5cee99c0a34798f").unwrap();
    assert_eq!(chain.verify(round(3), &third), Ok(randomness));
    assert_eq!(chain.verify(round(4), &third), Err(NotOfThisRound));
    assert_eq!(QUICKNET.verify(round(3), &third), Err(NotOfThisRound));
}

/// The tests' beacon hashes to the curve as `bls12_381` does by itself, for any number of a round.
#[test]
fn every_round_that_a_chain_signs_is_verified() {
    let beacon = Beacon::new("ours", 1_000, 3);
    for number in (0..53).flat_map(|bits| [1 << bits, (1 << bits) + bits]) {
        assert!(beacon.chain.verify(round(number), &beacon.sign(round(number))).is_ok(), "round {number}");
    }
}

#[test]
fn a_chain_with_half_a_key_verifies_nothing() {
    let mut beacon = Beacon::new("ours", 1_000, 3);
    let signature = beacon.sign(round(7));
    assert!(beacon.chain.verify(round(7), &signature).is_ok());
    beacon.chain.key[95] ^= 1;
    assert_eq!(beacon.chain.verify(round(7), &signature), Err(NotOfThisRound));
}

#[test]
fn the_first_round_at_or_after_an_instant_is_named() {
    let genesis = 1_692_803_367_000;
    for (millis, expected) in [
        (i64::MIN, 1),
        (0, 1),
        (genesis - 1, 1),
        (genesis, 1),
        (genesis + 1, 2),
        (genesis + 3_000, 2),
        (genesis + 3_001, 3),
        (1_692_806_364_000, 1_000),
        (1_789_647_894_000, 32_281_510),
    ] {
        let named = QUICKNET.at_or_after(millis);
        assert_eq!(named.get(), expected, "{millis}");
        assert!(QUICKNET.instant(named) >= millis);
        assert!(expected == 1 || QUICKNET.instant(round(expected - 1)) < millis);
    }
    assert_eq!(QUICKNET.instant(round(1_000)), 1_692_806_364_000);
    assert_eq!(QUICKNET.instant(Round::FIRST), genesis);
    // Far beyond any event, and still a number.
    assert_eq!(Round::new(QUICKNET.at_or_after(i64::MAX).get()), Some(QUICKNET.at_or_after(i64::MAX)));
    assert_eq!(QUICKNET.instant(round((1 << 53) - 1)), i64::MAX);
}

#[test]
fn rounds_begin_with_one_and_end_where_every_program_still_holds_them() {
    assert_eq!((Round::new(0), Round::new(1 << 53)), (None, None));
    assert_eq!(Round::new((1 << 53) - 1).map(Round::get), Some((1 << 53) - 1));
}
