using System.Runtime.InteropServices;

namespace ComposerPlugin.Vst3;

/// <summary>IUnitInfo.</summary>
internal static unsafe class UnitInfoEntries
{
    public static readonly UnitInfoTable* Table = TableMemory.Keep(typeof(UnitInfoEntries), new UnitInfoTable
    {
        Unknown = UnknownEntries.Table,
        GetUnitCount = &GetUnitCount,
        GetUnitInfo = &GetUnitInfo,
        GetProgramListCount = &GetProgramListCount,
        GetProgramListInfo = &GetProgramListInfo,
        GetProgramName = &GetProgramName,
        GetProgramInfo = &GetProgramInfo,
        HasProgramPitchNames = &HasProgramPitchNames,
        GetProgramPitchName = &GetProgramPitchName,
        GetSelectedUnit = &GetSelectedUnit,
        SelectUnit = &SelectUnit,
        GetUnitByBus = &GetUnitByBus,
        SetUnitProgramData = &SetUnitProgramData,
    });

    // Safe, for all: the host passes a cell of a living instance; every other pointer is tested for null and used during the call only.

    [UnmanagedCallersOnly]
    private static int GetUnitCount(void* self)
    {
        try
        {
            return Units(self).Count;
        }
        catch (Exception e)
        {
            EntryErrors.Report(e);
            return 0;
        }
    }

    [UnmanagedCallersOnly]
    private static int GetUnitInfo(void* self, int index, UnitInfo* info)
    {
        try
        {
            var units = Units(self);
            if (info == null || index < 0 || index >= units.Count)
                return Result.InvalidArgument;
            var unit = units[index];
            *info = new() { Id = unit.Id, ParentId = unit.ParentId, Name = unit.Name, ProgramListId = unit.ProgramListId };
            return Result.Ok;
        }
        catch (Exception e)
        {
            return EntryErrors.Report(e);
        }
    }

    [UnmanagedCallersOnly]
    private static int GetProgramListCount(void* self)
    {
        try
        {
            return Lists(self).Count;
        }
        catch (Exception e)
        {
            EntryErrors.Report(e);
            return 0;
        }
    }

    [UnmanagedCallersOnly]
    private static int GetProgramListInfo(void* self, int index, ProgramListInfo* info)
    {
        try
        {
            var lists = Lists(self);
            if (info == null || index < 0 || index >= lists.Count)
                return Result.InvalidArgument;
            var list = lists[index];
            *info = new() { Id = list.Id, Name = list.Name, ProgramCount = list.Programs.Count };
            return Result.Ok;
        }
        catch (Exception e)
        {
            return EntryErrors.Report(e);
        }
    }

    [UnmanagedCallersOnly]
    private static int GetProgramName(void* self, int listId, int index, char* name)
    {
        try
        {
            var list = Lists(self).FirstOrDefault(candidate => candidate.Id == listId);
            if (name == null || list is null || index < 0 || index >= list.Programs.Count)
                return Result.InvalidArgument;
            Text.CopyTo(list.Programs[index], new Span<char>(name, Utf16Text128.Capacity));
            return Result.Ok;
        }
        catch (Exception e)
        {
            return EntryErrors.Report(e);
        }
    }

    // Programs have no attributes and no pitch names.
    [UnmanagedCallersOnly]
    private static int GetProgramInfo(void* self, int listId, int index, byte* attribute, char* value) =>
        attribute == null || value == null ? Result.InvalidArgument : Result.False;

    [UnmanagedCallersOnly]
    private static int HasProgramPitchNames(void* self, int listId, int index) => Result.False;

    [UnmanagedCallersOnly]
    private static int GetProgramPitchName(void* self, int listId, int index, short pitch, char* name) =>
        name == null ? Result.InvalidArgument : Result.False;

    // Units only group parameters, so that the selection has no effect.
    [UnmanagedCallersOnly]
    private static int GetSelectedUnit(void* self) => Unit.Root;

    [UnmanagedCallersOnly]
    private static int SelectUnit(void* self, int id) => Result.Ok;

    // Every channel of every bus belongs to the whole plugin.
    [UnmanagedCallersOnly]
    private static int GetUnitByBus(void* self, int media, int direction, int bus, int channel, int* id)
    {
        if (id == null)
            return Result.InvalidArgument;
        *id = Unit.Root;
        return Result.Ok;
    }

    [UnmanagedCallersOnly]
    private static int SetUnitProgramData(void* self, int id, int index, void* stream) =>
        stream == null ? Result.InvalidArgument : Result.NotImplemented;

    private static IReadOnlyList<Unit> Units(void* self) => NativeInstance.Binding(self).Units?.Units ?? [];

    private static IReadOnlyList<ProgramList> Lists(void* self) => NativeInstance.Binding(self).Units?.ProgramLists ?? [];
}
