const STOP_WORDS: ReadonlySet<string> = new Set(
  `a about above after again against all also am an and any are aren arent as at be because been before being
  below between both but by can cant cannot could couldnt couldve did didn didnt do does doesn doesnt doing don
  dont done down during each either ever few for from further get gets getting got had hadnt has hasnt have
  havent having he hed hell her here heres hers herself hes hey hi him himself his how hows i id if ill im in
  into is isnt it itd itll its itself ive just lets like ll me might more most much my myself no nor not now of
  off ok okay on once only or other our ours ourselves out over own re really same shall she shed shes should
  shouldnt so some such than that thats the their theirs them themselves then there theres these they theyd
  theyll theyre theyve this those through to too under until up us ve very was wasnt we wed well were werent
  weve what whats when wheres where which while who whod whom whos whose why will with won wont would wouldnt
  wouldve yeah yes yet you youd youll your youre yours yourself yourselves youve
  من في على الى عن مع هل ما ماذا متى اين كيف كم لم لن لا ان هذا هذه التي الذي كان كانت هو هي انا انت عند عندي منذ قد ثم
  او بعد قبل كل لكن`.split(/\s+/),
);

/** Whether a folded English or Arabic word says nothing about the subject; "may" is kept, it is a month. */
export function isStopWord(word: string): boolean {
  return word.length === 1 ? /[a-z]/.test(word) : STOP_WORDS.has(word);
}
