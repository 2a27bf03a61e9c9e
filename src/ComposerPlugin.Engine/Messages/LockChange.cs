namespace ComposerPlugin.Engine;

/// <summary>Locks or unlocks notes of a take. New takes composed from it keep its locked notes.</summary>
/// <param name="Take">The take's id.</param>
/// <param name="First">The number of the first note in the take, by onset and pitch, from 0.</param>
/// <param name="End">The number after that of the last note.</param>
/// <param name="IsLocked">Whether the notes become locked.</param>
public readonly record struct LockChange(int Take, int First, int End, bool IsLocked);
