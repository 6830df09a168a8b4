/** Asks once at a time: whoever asks of the same before the answer has come waits for that answer. */
export function oneAtATime<Of, Answer>(ask: (of: Of) => Promise<Answer>): (of: Of) => Promise<Answer> {
  let asking: { of: Of; answer: Promise<Answer> } | null = null;
  return (of) => {
    if (asking?.of === of) return asking.answer;
    const answer = ask(of).finally(() => {
      if (asking?.answer === answer) asking = null;
    });
    asking = { of, answer };
    return answer;
  };
}
