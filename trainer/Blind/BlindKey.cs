namespace ComposerPlugin.Trainer.Blind;

/// <summary>Whose continuations a pair has.</summary>
/// <param name="Pair">The number of the pair, from 1.</param>
/// <param name="A">Whose the first is: one of the constants.</param>
/// <param name="B">Whose the second is.</param>
/// <param name="Tune">The name of the tune.</param>
internal sealed record BlindKey(int Pair, string A, string B, string Tune)
{
    /// <summary>The style that is judged.</summary>
    public const string Style = "style";

    /// <summary>The tune itself.</summary>
    public const string People = "people";

    /// <summary>The style that it is compared with.</summary>
    public const string Other = "other";

    /// <summary>With whom the style is compared: <see cref="People"/> or <see cref="Other"/>.</summary>
    public string Opponent => A == Style ? B : A;
}
