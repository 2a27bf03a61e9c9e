namespace ComposerPlugin.Engine;

/// <summary>How closely an answer keeps to the phrase.</summary>
public enum AnswerForm
{
    /// <summary>Only as far as the model does by itself.</summary>
    Free,

    /// <summary>As the tunes of the style keep to their openings: bars come back, are varied, or are new.</summary>
    AsStyle,

    /// <summary>The rhythm of the phrase, with other pitches.</summary>
    SameRhythm,

    /// <summary>Almost the phrase again.</summary>
    PhraseAgain,
}
