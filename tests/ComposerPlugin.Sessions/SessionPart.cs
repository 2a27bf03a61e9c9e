using ComposerPlugin.Host;

namespace ComposerPlugin.Sessions;

/// <summary>A part of a session, between an activation of the plugin and its deactivation.</summary>
/// <param name="Transport">The host's transport.</param>
/// <param name="Timeline">Notes, controllers and automation.</param>
/// <param name="Setup">The host's behaviour.</param>
/// <param name="Frames">Its length in sample frames.</param>
/// <param name="IsReloaded">Whether the project is saved and loaded before it.</param>
/// <param name="Controls">Controls set at its start: parameter and normalized value.</param>
/// <param name="Locks">Range and scale, each from a frame on, in ascending order.</param>
internal sealed record SessionPart(
    HostTransport Transport, Timeline Timeline, SessionSetup Setup, long Frames, bool IsReloaded,
    IReadOnlyList<(uint Id, double Normalized)> Controls, IReadOnlyList<(long Frame, AllowedPitches Lock)> Locks);
