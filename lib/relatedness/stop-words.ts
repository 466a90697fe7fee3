/**
 * Words that say nothing about what a post is about.
 *
 * Three sorts: the small words of English, words so general that they stand in every essay, and
 * the noise of blogs, where "post", "people", "thing" and "time" are everywhere and mean little.
 * Words of the field are never in it, however common: the weighting deals with those.
 */
const GROUPS = [
  // Articles, pronouns, determiners.
  `a an the i me my mine myself we us our ours ourselves you your yours yourself yourselves he him
  his himself she her hers herself it its itself they them their theirs themselves one this that
  these those who whom whose which what someone something anyone anything everyone everything
  nothing each every either neither both all any some such same other others another own`,
  // To be, to have, to do, and the modals.
  `am is are was were be been being have has had having do does did doing done can could may might
  must shall should will would cannot`,
  // Contractions; what ends in 's has lost it before it gets here.
  `i'm i've i'll we're we've we'll you're you've you'll they're they've they'll isn't aren't
  wasn't weren't hasn't haven't hadn't don't doesn't didn't can't couldn't shouldn't won't
  wouldn't dont didnt doesnt`,
  // Prepositions and conjunctions.
  `about above across after against along among around as at because before behind below between
  beyond but by down during except for from if in inside into like nor of off on or out outside
  over per since so than though although through throughout to towards under unless until up via
  when whenever where wherever whether while with within without and yet`,
  // Adverbs and quantities.
  `again ago almost already also always away back else enough especially even ever far few fewer
  first here how however instead just last later least less lot lots many maybe more most much
  never next no not now often once only perhaps pretty probably quite rather really second
  sometimes soon still then there together too two three very well why`,
  // Verbs and adjectives that carry no subject of their own.
  `able actually add become began begin came come comes coming end ended feel felt find found get
  gets getting give given giving go going good got great hard keep kind know let lets little look
  looking made make makes making mean need new part put right said say says see seem sort start
  sure take taken takes taking tell tend think thinking thinks thought try trying use used using
  want went whole yes`,
  // The noise of blogs and of their mark-up.
  `post posts blog blogs read write writing http www amp nbsp people person thing things time
  times day days week year years way ways bit example etc eg update guy thanks thank`,
];

/** The words that are passed over, folded as `fold` in terms.ts does it. */
export const STOP_WORDS: ReadonlySet<string> = new Set(GROUPS.join(' ').split(/\s+/));
