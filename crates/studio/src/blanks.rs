//! Blanks: how each kind of product is drawn. One function per silhouette, in the files beside.
//!
//! Every drawing is made in a 1000 × 1000 frame with light from the upper left, and says where its artwork is (for the
//! close-up) and how it rests (for the studio floor and the scenes).

mod bags;
mod balls;
mod boards;
mod books;
mod bowls;
mod cards;
mod cutouts;
mod garments;
mod hats;
mod legs;
mod mats;
mod mugs;
mod music;
mod objects;
mod plush;
mod rods;
mod rounds;
mod scarves;
pub(crate) mod screens;
mod shape;
mod sheets;
mod textiles;
mod toys;
mod vessels;

use crate::pen::{Pen, Rect};

/// How a product rests in its picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Pose {
    /// On a surface, seen from the front; the number is the height of its base.
    Stands(f32),
    /// On a wall or a hook.
    Hangs,
    /// Flat, seen from above.
    Lies,
}

/// What a drawing tells of itself.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Drawing {
    /// How it rests.
    pub pose: Pose,
    /// Where the artwork is.
    pub focus: Rect,
    /// The height at which it would hang on a peg.
    pub top: f32,
}

fn lying(focus: Rect) -> Drawing {
    Drawing { pose: Pose::Lies, focus, top: 100.0 }
}

fn hanging(focus: Rect) -> Drawing {
    Drawing { pose: Pose::Hangs, focus, top: 100.0 }
}

/// Hangs by something whose highest point is at `top`.
fn hooked(top: f32, focus: Rect) -> Drawing {
    Drawing { pose: Pose::Hangs, focus, top }
}

fn standing(base: f32, focus: Rect) -> Drawing {
    Drawing { pose: Pose::Stands(base), focus, top: 100.0 }
}

macro_rules! choices {
    ($(#[$doc:meta])* $name:ident { $($(#[$inner:meta])* $variant:ident),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[expect(missing_docs, reason = "the names are those of the products")]
        pub enum $name { $($(#[$inner])* $variant),+ }
    };
}

choices! { /** Rigid picture panels. */ Finish { Metal, Acrylic, Wood, Tin } }
choices! { /** Loose cards. */ Cards { Mini, Postcard, Postcards, Tags, Bookmarks, Playing, Oracle } }
choices! { /** Bound things. */ Book { Spiral, Hard, Pocket, Sketch, Planner, Pad, Zine, Art, Lyric, Passport } }
choices! { /** Zipped and folded cases. */ Pouch { Pencil, Cosmetic, Wallet, Laptop } }
choices! { /** Long thin things. */ Rods { Pencils, Pen, Chopsticks, Drumsticks } }
choices! { /** Things cut along the artwork's outline. */ Cut { Sticker, Holo, Pin, Patch, Magnet, Keychain, Stand, Pillow, Decal } }
choices! { /** Round flat things. */ Disc { Badge, Plate, Frisbee, Rug, Slipmat, Drum } }
choices! { /** Cups with a handle. */ Mug { Classic, Large, Latte, Espresso, TwoTone, Enamel } }
choices! { /** Turned vessels. */ Vessel { Tumbler, Short, Bottle, Sport, Thermos, Pint, Can, Tea, Bowl, Ramen, Candle, Pot, PetBowl } }
choices! { /** Hanging and folded towels. */ Towel { Tea, Bath, Beach } }
choices! { /** Things that lie under other things. */ Mat { Bath, Rug, Door, Play, Mouse, Desk } }
choices! { /** Soft animals and shapes. */ Plush { Cat, Bear, Bunny, Round, Star } }
choices! { /** Boards. */ Skate { Deck, Complete, Long, Trio, Finger } }
choices! { /** Records. */ Record { Lp, Seven, Picture } }
choices! { /** What is worn on the upper body. */ Top { Tee, Long, Tank, Sweat, Hoodie, Zip, Onesie, Polo } }
choices! { /** Lengths of sock. */ Sock { Crew, Ankle, Knee } }
choices! { /** Caps. */ Cap { Soft, Snapback } }
choices! { /** Phone cases. */ Phone { Slim, Tough, Clear } }
choices! { /** Downloads. */ Digital { Wallpapers, Score, Album, Samples, Printable } }

/// A silhouette with its parameters; sizes are picture units.
#[derive(Clone, Copy, Debug, PartialEq)]
#[expect(missing_docs, reason = "the names are those of the products")]
pub enum Blank {
    Poster { w: f32, h: f32, margin: f32 },
    Framed { w: f32, h: f32 },
    Canvas { w: f32, h: f32 },
    Panel { w: f32, h: f32, finish: Finish },
    Cushion { w: f32, h: f32 },
    Tote { w: f32, h: f32 },
    Puzzle { across: u32, down: u32 },
    Folded { sets: u32 },
    Cards(Cards),
    Book(Book),
    Pouch(Pouch),
    Rods(Rods),
    Cut(Cut),
    Disc(Disc),
    Mug(Mug),
    Vessel(Vessel),
    Towel(Towel),
    Mat(Mat),
    Plush(Plush),
    Skate(Skate),
    Record(Record),
    Top(Top),
    Socks(Sock),
    Cap(Cap),
    Phone(Phone),
    Digital(Digital),
    Triptych,
    Riso,
    Scroll,
    Wrap,
    WallCalendar,
    DeskCalendar,
    Tape,
    StickerSheet,
    PinSet,
    Badges,
    BackPatch,
    MagnetSet,
    KeychainMetal,
    Tattoo,
    Coasters,
    Tray,
    CuttingBoard,
    Apron,
    LunchBox,
    Bento,
    Placemat,
    Blanket,
    Duvet,
    Tapestry,
    Pennant,
    Curtain,
    Clock,
    Lamp,
    NightLight,
    Bauble,
    Globe,
    BirdHouse,
    YogaMat,
    YoYo,
    Kite,
    Ball,
    Dice,
    Chess,
    Wheels,
    Cassette,
    Cd,
    Picks,
    Bib,
    Shorts,
    Beanie,
    Bucket,
    Scarf,
    Bandana,
    Lanyard,
    Umbrella,
    PetBandana,
    Fan,
    Backpack,
    Fanny,
    Drawstring,
    LuggageTag,
    Earbud,
    Grip,
}

/// Draws a blank with the pen's artwork on it.
pub(crate) fn draw(blank: Blank, pen: &mut Pen<'_>) -> Drawing {
    match blank {
        Blank::Poster { w, h, margin } => sheets::poster(pen, w, h, margin),
        Blank::Framed { w, h } => sheets::framed(pen, w, h),
        Blank::Canvas { w, h } => sheets::canvas(pen, w, h),
        Blank::Triptych => sheets::triptych(pen),
        Blank::Panel { w, h, finish } => sheets::panel(pen, w, h, finish),
        Blank::Riso => sheets::riso(pen),
        Blank::Scroll => sheets::scroll(pen),
        Blank::Cards(cards) => cards::cards(pen, cards),
        Blank::Folded { sets } => cards::folded(pen, sets),
        Blank::Wrap => cards::wrap(pen),
        Blank::Tape => cards::tape(pen),
        Blank::Tattoo => cards::tattoo(pen),
        Blank::StickerSheet => cards::sticker_sheet(pen),
        Blank::Book(book) => books::book(pen, book),
        Blank::WallCalendar => books::wall_calendar(pen),
        Blank::DeskCalendar => books::desk_calendar(pen),
        Blank::Cut(cut) => cutouts::cut(pen, cut),
        Blank::PinSet => cutouts::pin_set(pen),
        Blank::MagnetSet => cutouts::magnet_set(pen),
        Blank::BackPatch => cutouts::back_patch(pen),
        Blank::KeychainMetal => cutouts::keychain_metal(pen),
        Blank::Disc(disc) => rounds::round_thing(pen, disc),
        Blank::Badges => rounds::badges(pen),
        Blank::Coasters => rounds::coasters(pen),
        Blank::Clock => rounds::clock(pen),
        Blank::Bauble => balls::bauble(pen),
        Blank::Globe => balls::globe(pen),
        Blank::Ball => balls::ball(pen),
        Blank::YoYo => balls::yo_yo(pen),
        Blank::Wheels => balls::wheels(pen),
        Blank::Grip => balls::grip(pen),
        Blank::Mug(mug) => mugs::mug(pen, mug),
        Blank::Vessel(vessel) => vessels::vessel(pen, vessel),
        Blank::Cushion { w, h } => textiles::cushion(pen, w, h),
        Blank::Blanket => textiles::blanket(pen),
        Blank::Duvet => textiles::duvet(pen),
        Blank::Tapestry => textiles::tapestry(pen),
        Blank::Pennant => textiles::pennant(pen),
        Blank::Curtain => textiles::curtain(pen),
        Blank::Towel(towel) => textiles::towel(pen, towel),
        Blank::Mat(mat) => mats::mat(pen, mat),
        Blank::YogaMat => mats::yoga_mat(pen),
        Blank::Placemat => mats::placemat(pen),
        Blank::Scarf => scarves::scarf(pen),
        Blank::Bandana => scarves::bandana(pen),
        Blank::PetBandana => scarves::pet_bandana(pen),
        Blank::Plush(plush) => plush::plush(pen, plush),
        Blank::Kite => toys::kite(pen),
        Blank::Puzzle { across, down } => toys::puzzle(pen, across, down),
        Blank::Dice => toys::dice(pen),
        Blank::Chess => toys::chess(pen),
        Blank::Skate(skate) => boards::skate(pen, skate),
        Blank::Record(record) => music::record(pen, record),
        Blank::Cassette => music::cassette(pen),
        Blank::Cd => music::cd(pen),
        Blank::Picks => music::picks(pen),
        Blank::Rods(rods) => rods::rods(pen, rods),
        Blank::Tray => objects::tray(pen),
        Blank::CuttingBoard => objects::cutting_board(pen),
        Blank::LunchBox => objects::lunch_box(pen),
        Blank::Bento => objects::bento(pen),
        Blank::Lamp => objects::lamp(pen),
        Blank::NightLight => objects::night_light(pen),
        Blank::BirdHouse => objects::bird_house(pen),
        Blank::Umbrella => objects::umbrella(pen),
        Blank::Fan => objects::fan(pen),
        Blank::Top(top) => garments::top(pen, top),
        Blank::Shorts => legs::shorts(pen),
        Blank::Socks(sock) => legs::socks(pen, sock),
        Blank::Bib => garments::bib(pen),
        Blank::Apron => garments::apron(pen),
        Blank::Cap(cap) => hats::cap(pen, cap),
        Blank::Beanie => hats::beanie(pen),
        Blank::Bucket => hats::bucket(pen),
        Blank::Tote { w, h } => bags::tote(pen, w, h),
        Blank::Backpack => bags::backpack(pen),
        Blank::Fanny => bags::fanny(pen),
        Blank::Drawstring => bags::drawstring(pen),
        Blank::LuggageTag => bags::luggage_tag(pen),
        Blank::Lanyard => bags::lanyard(pen),
        Blank::Pouch(pouch) => bags::pouch(pen, pouch),
        Blank::Phone(phone) => screens::phone(pen, phone),
        Blank::Earbud => screens::earbud(pen),
        Blank::Digital(digital) => screens::digital(pen, digital),
    }
}
