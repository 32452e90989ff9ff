//! A little music for what is sold as music: WAV, one channel, 16 bits, 44 100 a second. No recording: arithmetic.

use std::f32::consts::TAU;

const RATE: f32 = 44_100.0;
/// The notes of a pentatonic scale, in semitones over its first.
const SCALE: [i32; 5] = [0, 3, 5, 7, 10];

/// A tune of twelve seconds that belongs to a name and a number.
pub(crate) fn tune(name: &str, number: u32) -> Vec<u8> {
    let mut dice = Dice::new(name, number);
    let (beat, beats) = (0.375, 32);
    let mut samples = vec![0.0_f32; (RATE * beat * (beats as f32 + 3.0)) as usize];
    for place in 0..beats {
        if place % 4 != 0 && dice.roll(4) == 0 {
            continue;
        }
        let note = SCALE.get(dice.roll(5)).copied().unwrap_or(0) + if dice.roll(3) == 0 { 12 } else { 0 };
        let pitch = 220.0 * 2.0_f32.powf(note as f32 / 12.0);
        let start = (RATE * beat * place as f32) as usize;
        let ring = (RATE * 1.1) as usize;
        for (index, sample) in samples.iter_mut().skip(start).take(ring).enumerate() {
            let t = index as f32 / RATE;
            let fade = (-4.0 * t).exp() * (t * 200.0).min(1.0);
            *sample += 0.22 * fade * ((TAU * pitch * t).sin() + 0.35 * (TAU * pitch * 2.0 * t).sin());
        }
    }
    wav(&samples)
}

/// A drum.
pub(crate) fn kick() -> Vec<u8> {
    struck(0.45, |t, _| (TAU * (48.0 * t + 14.0 * (1.0 - (-26.0 * t).exp()) / 26.0 * 10.0)).sin() * (-7.0 * t).exp())
}

/// A snare drum.
pub(crate) fn snare() -> Vec<u8> {
    struck(0.3, |t, noise| (0.4 * (TAU * 185.0 * t).sin() + 0.6 * noise) * (-14.0 * t).exp())
}

/// A cymbal.
pub(crate) fn hat() -> Vec<u8> {
    struck(0.12, |t, noise| noise * (-45.0 * t).exp())
}

fn struck(seconds: f32, sound: impl Fn(f32, f32) -> f32) -> Vec<u8> {
    let mut dice = Dice::new("noise", 1);
    let samples: Vec<f32> = (0..(RATE * seconds) as usize)
        .map(|index| 0.8 * sound(index as f32 / RATE, dice.roll(2_001) as f32 / 1_000.0 - 1.0))
        .collect();
    wav(&samples)
}

/// Always the same dice for the same name: a tune is a function of what it is for.
struct Dice(u32);

impl Dice {
    fn new(name: &str, number: u32) -> Self {
        let seed = name.bytes().fold(2_166_136_261_u32 ^ number, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(16_777_619));
        Self(seed | 1)
    }

    fn roll(&mut self, sides: u32) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 17;
        self.0 ^= self.0 << 5;
        (self.0 % sides) as usize
    }
}

fn wav(samples: &[f32]) -> Vec<u8> {
    let size = u32::try_from(samples.len() * 2).unwrap_or(u32::MAX - 36);
    let rate = RATE as u32;
    let mut file = Vec::with_capacity(samples.len() * 2 + 44);
    file.extend_from_slice(b"RIFF");
    file.extend_from_slice(&(36 + size).to_le_bytes());
    file.extend_from_slice(b"WAVEfmt ");
    for (number, bytes) in [(16, 4), (1, 2), (1, 2), (rate, 4), (rate * 2, 4), (2, 2), (16, 2)] {
        file.extend_from_slice(number.to_le_bytes().get(..bytes).unwrap_or_default());
    }
    file.extend_from_slice(b"data");
    file.extend_from_slice(&size.to_le_bytes());
    file.extend(samples.iter().flat_map(|sample| ((sample.clamp(-1.0, 1.0) * 32_767.0) as i16).to_le_bytes()));
    file
}
