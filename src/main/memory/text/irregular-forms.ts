/** One line a base form, then the forms that Porter's rules would not bring back to it. */
const FORMS = `
arise arose arisen
be am is are was were been
bear bore borne
beat beaten
become became
begin began begun
bend bent
bind bound
bite bit bitten
bleed bled
blow blew blown
break broke broken
breed bred
bring brought
build built
burn burnt
buy bought
catch caught
choose chose chosen
cling clung
come came
creep crept
deal dealt
dig dug
do did done does
draw drew drawn
dream dreamt
drink drank drunk
drive drove driven
eat ate eaten
fall fell fallen
feed fed
feel felt
fight fought
find found
flee fled
fly flew flown flies
forbid forbade forbidden
forget forgot forgotten
forgive forgave forgiven
freeze froze frozen
get got gotten
give gave given
go went gone goes
grow grew grown
hang hung
have had has
hear heard
hide hid hidden
hold held
keep kept
kneel knelt
know knew known
lay laid
lead led
lean leant
leap leapt
learn learnt
leave left
lend lent
lie lay lain lying
light lit
lose lost
make made
mean meant
meet met
pay paid
ride rode ridden
ring rang rung
rise rose risen
run ran
say said
see saw seen
seek sought
sell sold
send sent
sew sewn
shake shook shaken
shine shone
shoot shot
show shown
shrink shrank shrunk
sing sang sung
sink sank sunk
sit sat
sleep slept
slide slid
smell smelt
speak spoke spoken
speed sped
spell spelt
spend spent
spill spilt
spin spun
spoil spoilt
stand stood
steal stole stolen
stick stuck
sting stung
strike struck
strive strove striven
swear swore sworn
sweep swept
swell swollen
swim swam swum
swing swung
take took taken
teach taught
tear tore torn
tell told
think thought
throw threw thrown
understand understood
wake woke woken
wear wore worn
weave wove woven
weep wept
win won
wind wound
withdraw withdrew withdrawn
write wrote written
child children kid kids
man men
woman women
person people
foot feet
tooth teeth
goose geese
mouse mice
wife wives
knife knives
half halves
shelf shelves
wolf wolves
loaf loaves
thief thieves
good better best
bad worse worst
far further farther
color colour colours coloured
favor favour favours
favorite favourite favourites
neighbor neighbour neighbours
behavior behaviour behaviours
center centre centres
theater theatre theatres
organize organise organised organising
realize realise realised realising
travel travelled travelling
cancel cancelled cancelling
grey gray
pajamas pyjamas
program programme programmes
mom mum mommy mama
dad daddy papa
photo photograph photographs pic pics
tv television televisions
bike bicycle bicycles
`;

/** From an irregular form of an English word to its base form; everyday synonyms of one word are merged too. */
export const IRREGULAR_FORMS: ReadonlyMap<string, string> = new Map(
  FORMS.trim()
    .split('\n')
    .flatMap((line) => {
      const [base = '', ...forms] = line.split(' ');
      return forms.map((form): [string, string] => [form, base]);
    }),
);
