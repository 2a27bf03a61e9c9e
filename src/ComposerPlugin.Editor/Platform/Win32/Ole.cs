using System.Runtime.InteropServices;

namespace ComposerPlugin.Editor;

/// <summary>
/// [main] What drag and drop of Windows needs of COM. An object is a pointer to the table of its functions; the first three are IUnknown's.
/// </summary>
internal static unsafe partial class Ole
{
    /// <summary>Results of functions.</summary>
    public const int Ok = 0, NoInterface = unchecked((int)0x80004002);

    /// <summary>The id of IUnknown.</summary>
    public static readonly Guid Unknown = new("00000000-0000-0000-c000-000000000046");

    /// <summary>Begins to use OLE on this thread. False if the host has chosen a threading model that OLE does not work with.</summary>
    public static bool TryBegin() => OleInitialize(0) >= 0;

    /// <summary>Ends it, once for each time that it was begun.</summary>
    [LibraryImport("ole32", EntryPoint = "OleUninitialize")]
    public static partial void End();

    /// <summary>The function of an object at an index in its table.</summary>
    public static void* Function(void* unknown, int index) => (*(void***)unknown)[index];

    /// <summary>Gives up a reference.</summary>
    public static void Release(void* unknown) => ((delegate* unmanaged<void*, uint>)Function(unknown, 2))(unknown);

    [LibraryImport("ole32")]
    private static partial int OleInitialize(nint reserved);
}
