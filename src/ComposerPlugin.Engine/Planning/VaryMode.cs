namespace ComposerPlugin.Engine;

/// <summary>
/// [audio] <see cref="PlayMode.Vary"/>: as <see cref="ContinueMode"/>, but a variation of the player's phrase. It starts on a bar line, so
/// that accents keep their positions.
/// </summary>
internal sealed class VaryMode : ContinueMode
{
    /// <inheritdoc/>
    protected override AnswerSource Source => AnswerSource.Phrase;

    /// <inheritdoc/>
    protected override StartQuantize Quantize(in DecisionPoint point) => StartQuantize.Bar;
}
