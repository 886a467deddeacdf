use allocation::{
    Hash,
    statement::{PublicKey, START, Signature, SigningKey, digest, link, verify},
};

use super::{FIRST, PUBLIC, hash, key};

#[test]
fn no_bit_of_a_signature_a_key_or_a_link_can_be_another() {
    let (link, public) = (link(START, digest(FIRST)), key().public());
    let signature = key().sign(link);
    for bit in 0..512 {
        let mut other = signature;
        other.0[bit / 8] ^= 1 << (bit % 8);
        assert!(!verify(&other, &public, link), "bit {bit} of the signature");
    }
    for bit in 0..256 {
        let (mut other_key, mut other_link) = (public, link);
        other_key.0[bit / 8] ^= 1 << (bit % 8);
        other_link.0[bit / 8] ^= 1 << (bit % 8);
        assert!(!verify(&signature, &other_key, link), "bit {bit} of the key");
        assert!(!verify(&signature, &public, other_link), "bit {bit} of the link");
    }
}

/// RFC 8032, section 5.1.7: S is below the order of the group, or each signature could be written in several ways.
#[test]
fn a_signature_is_written_in_one_way() {
    let order = "edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010";
    let link = link(START, digest(FIRST));
    let mut other = key().sign(link);
    let mut carry = 0;
    for (byte, add) in other.0[32..].iter_mut().zip(hash(order).0) {
        let sum = u16::from(*byte) + u16::from(add) + carry;
        (*byte, carry) = (sum.to_le_bytes()[0], sum >> 8);
    }
    assert_ne!(other, key().sign(link));
    assert!(!verify(&other, &key().public(), link));
}

/// Points of small order: with such a key the equation holds for signatures that anybody can make.
#[test]
fn nobody_s_key_signs_nothing() {
    let small = [
        "0100000000000000000000000000000000000000000000000000000000000000",
        "0000000000000000000000000000000000000000000000000000000000000000",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    ];
    let mut anybodys = Signature([0; 64]);
    anybodys.0[0] = 1;
    for key in small {
        for link in (0..=u8::MAX).map(|byte| Hash([byte; 32])) {
            assert!(!verify(&anybodys, &PublicKey::parse(key).unwrap(), link), "{key}");
        }
    }
}

#[test]
fn other_sites_keys_sign_otherwise_and_none_is_shown() {
    let other = SigningKey::from_seed([7; 32]).unwrap();
    assert_ne!(other.public(), key().public());
    assert!(!verify(&other.sign(START), &key().public(), START));
    assert!(SigningKey::from_seed([0; 32]).is_none());
    assert_eq!(format!("{other:?}"), "SigningKey(…)");
}

#[test]
fn keys_and_signatures_are_read_as_lowercase_digits() {
    for wrong in [&PUBLIC.to_uppercase(), &PUBLIC[1..], &format!("{PUBLIC}00"), ""] {
        assert_eq!(PublicKey::parse(wrong), None, "{wrong:?}");
    }
    for wrong in [PUBLIC, "", &"g".repeat(128), &"A".repeat(128), &"0".repeat(130)] {
        assert_eq!(Signature::parse(wrong), None, "{wrong:?}");
    }
}
