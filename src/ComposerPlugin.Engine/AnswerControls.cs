using ComposerPlugin.Music;

namespace ComposerPlugin.Engine;

/// <summary>The controls that shape an answer, as they stood when it was asked for.</summary>
/// <param name="Grid">Where its notes may begin.</param>
/// <param name="Temperature">Divides the logits: below 1 safer, above 1 bolder; greater than 0.</param>
/// <param name="TopP">Only the likeliest classes that together have this probability are drawn from; 0 to 1.</param>
/// <param name="Seed">The take's seed.</param>
public readonly record struct AnswerControls(Grid Grid, float Temperature, float TopP, uint Seed);
