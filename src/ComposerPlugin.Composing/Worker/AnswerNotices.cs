using ComposerPlugin.Engine;
using ComposerPlugin.Styles;

namespace ComposerPlugin.Composing;

/// <summary>What the musician should know about how an answer was composed.</summary>
internal static class AnswerNotices
{
    private const string ReplacesNotes = "it varies by replacing single notes; a style of type vae varies whole phrases";
    private const string NearestOfBar = "a style of type gan plans whole bars, so these notes follow a new bar";
    private const string OneVelocity = "a style of type gan has one velocity, so velocities stay as they are";
    private const string Fixed = "Velocity is Fixed, so all velocities are the same";

    private const string HighestNotes = "it plays melodies, so of each chord it heard the highest note";

    // Fewer are slips of the fingers.
    private const int FewestLeftOut = 3;

    /// <summary>The notice, as a clause; null if there is none.</summary>
    /// <param name="request">The request.</param>
    /// <param name="style">The style.</param>
    /// <param name="replacesNotes">Whether the answer is a phrase of which single notes were replaced.</param>
    /// <param name="hasLocks">Whether it has locked notes.</param>
    /// <param name="leftOut">How many notes of the phrase's chords the style did not hear.</param>
    public static string? Of(in ComposeRequest request, StyleFile style, bool replacesNotes, bool hasLocks, int leftOut)
    {
        if (replacesNotes)
            return ReplacesNotes;
        bool isGan = style.Type == ModelType.Gan;
        if (request.Origin == TakeOrigin.Velocities)
            return request.Controls.VelocityFrom == VelocitySource.Fixed ? Fixed : isGan ? OneVelocity : null;
        return isGan && (request.Origin.IsReroll() || hasLocks) ? NearestOfBar
            : style.Polyphony == 1 && leftOut >= FewestLeftOut ? HighestNotes
            : null;
    }
}
