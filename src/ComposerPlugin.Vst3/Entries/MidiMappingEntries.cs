using System.Runtime.InteropServices;

namespace ComposerPlugin.Vst3;

/// <summary>IMidiMapping.</summary>
internal static unsafe class MidiMappingEntries
{
    public static readonly MidiMappingTable* Table = TableMemory.Keep(typeof(MidiMappingEntries), new MidiMappingTable
    {
        Unknown = UnknownEntries.Table,
        GetMidiControllerAssignment = &GetMidiControllerAssignment,
    });

    // Safe: the host passes a cell of a living instance and an output pointer.
    [UnmanagedCallersOnly]
    private static int GetMidiControllerAssignment(void* self, int bus, short channel, short controller, uint* id)
    {
        try
        {
            if (id == null)
                return Result.InvalidArgument;
            var map = NativeInstance.Binding(self).MidiControllers;
            if (map is null || !map.TryMap(bus, channel, controller, out uint found))
                return Result.False;
            *id = found;
            return Result.Ok;
        }
        catch (Exception e)
        {
            return EntryErrors.Report(e);
        }
    }
}
