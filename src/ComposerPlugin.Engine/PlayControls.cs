namespace ComposerPlugin.Engine;

/// <summary>The controls as they stand in a block.</summary>
/// <param name="Bypass">Only pass notes through.</param>
/// <param name="AnswerBars">How long an answer is, in bars; at least 1.</param>
/// <param name="RestTicks">How long the player must rest for a phrase to be over, in ticks.</param>
/// <param name="StartOn">Where an answer may begin.</param>
/// <param name="Answer">The controls that go to the composer.</param>
public readonly record struct PlayControls(bool Bypass, int AnswerBars, int RestTicks, StartOn StartOn, AnswerControls Answer);
