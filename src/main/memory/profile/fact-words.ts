/** A name of a person, place or firm: one to four capitalised words, small ones between them. */
export const properName = String.raw`(?<value>\p{Lu}[\p{L}\p{M}'’.&-]*(?: (?:(?:de|da|do|dos|del|della|di|la|le|van|von|der|den|am|an|of|the) ){0,2}\p{Lu}[\p{L}\p{M}'’.&-]*){0,3})`;

/** Trades, as one word or after others ("data engineer"). */
export const trade = String.raw`(?<value>(?:(?!(?:and|or|but|in|at|for|with|on)\b)[\p{L}-]+ ){0,3}?(?:accountant|actor|actress|analyst|architect|artist|baker|barber|barista|biologist|bookseller|builder|carpenter|chef|chemist|clerk|coach|consultant|cook|courier|dancer|dentist|designer|developer|director|diver|doctor|driver|economist|editor|electrician|engineer|farmer|firefighter|florist|gardener|geologist|gp|graphic designer|hairdresser|historian|illustrator|journalist|judge|lawyer|lecturer|librarian|manager|mathematician|mechanic|midwife|musician|nurse|nutritionist|painter|paramedic|pharmacist|philosopher|photographer|physician|physicist|pianist|pilot|plumber|police officer|postman|printmaker|producer|professor|programmer|psychologist|researcher|sailor|salesperson|scientist|sculptor|secretary|singer|social worker|soldier|solicitor|statistician|student|surgeon|tailor|teacher|technician|therapist|translator|tutor|vet|veterinarian|violinist|waiter|waitress|welder|writer))\b`;

/** Ways to eat. */
export const diet =
  '(?<value>vegetarian|vegan|pescatarian|lactose[- ]intolerant|coeliac|celiac|gluten[- ]free)';

/** Animals that live with people. */
export const animal =
  '(?:cat|dog|rabbit|hamster|parrot|horse|tortoise|guinea pig|budgie|ferret|snake|goldfish)';

/** A day of the year. */
export const yearDay =
  '(?<value>(?:\\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:January|February|March|April|May|June|July|August|September|October|November|December)|(?:January|February|March|April|May|June|July|August|September|October|November|December) \\d{1,2}(?:st|nd|rd|th)?)(?:,? \\d{4})?)';

/** One to three plain words at the end of a clause: what somebody likes. */
export const thing = String.raw`(?<value>(?!(?:it|this|that|these|those|you|your|him|her|them|us|me|how|when|what|where|why|who|the|to|my|our|his|their|all|everything|nothing|anything|both|each|one)\b)[\p{L}'’-]+(?: [\p{L}'’-]+){0,2})$`;
