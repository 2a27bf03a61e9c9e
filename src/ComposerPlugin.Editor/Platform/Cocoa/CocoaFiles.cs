namespace ComposerPlugin.Editor;

/// <summary>[main] Files and text that macOS carries from one program to another.</summary>
internal static class CocoaFiles
{
    private const string FileUrl = "public.file-url", Utf8Text = "public.utf8-plain-text";
    private const double IconPoints = 32;

    /// <summary>Has a view take files.</summary>
    public static void Register(nint view) => ObjC.Send(view, "registerForDraggedTypes:", Array(ObjC.String(FileUrl)));

    /// <summary>Whether a drag carries files.</summary>
    /// <param name="drag">The NSDraggingInfo.</param>
    public static bool AreIn(nint drag) =>
        ObjC.Send(ObjC.Send(drag, "draggingPasteboard"), "availableTypeFromArray:", Array(ObjC.String(FileUrl))) != 0;

    /// <summary>The absolute paths of the files of a drag.</summary>
    /// <param name="drag">The NSDraggingInfo.</param>
    public static List<string> Paths(nint drag)
    {
        var paths = new List<string>();
        nint pasteboard = ObjC.Send(drag, "draggingPasteboard");
        nint urls = ObjC.Send(pasteboard, "readObjectsForClasses:options:", Array(ObjC.Class("NSURL")), 0);
        nint count = urls == 0 ? 0 : ObjC.Send(urls, "count");
        for (nint i = 0; i < count; i++)
        {
            nint url = ObjC.Send(urls, "objectAtIndex:", i);
            if (ObjC.SendForBool(url, "isFileURL"))
                paths.Add(ObjC.Text(ObjC.Send(url, "path")));
        }
        return paths;
    }

    /// <summary>Starts dragging a file out of a view, from the event that is being handled. The view is the drag's source.</summary>
    public static void Drag(nint view, string path)
    {
        nint file = ObjC.String(path);
        nint url = ObjC.Send(ObjC.Class("NSURL"), "fileURLWithPath:", file);
        nint pressed = ObjC.Send(ObjC.Send(ObjC.Class("NSApplication"), "sharedApplication"), "currentEvent");
        if (pressed == 0)
            return;
        nint item = ObjC.Send(ObjC.Send(ObjC.Class("NSDraggingItem"), "alloc"), "initWithPasteboardWriter:", url);
        nint icon = ObjC.Send(ObjC.Send(ObjC.Class("NSWorkspace"), "sharedWorkspace"), "iconForFile:", file);
        var at = ObjC.SendForPosition(view, "convertPoint:fromView:", ObjC.SendForPosition(pressed, "locationInWindow"), 0);
        var frame = new ObjC.Rectangle
        {
            X = at.X - (IconPoints / 2), Y = at.Y - (IconPoints / 2), Width = IconPoints, Height = IconPoints,
        };
        ObjC.Send(item, "setDraggingFrame:contents:", frame, icon);
        ObjC.Send(view, "beginDraggingSessionWithItems:event:source:", Array(item), pressed, view);
        ObjC.Send(item, "release");
    }

    /// <summary>Puts text on the clipboard.</summary>
    public static void PutText(string text)
    {
        nint pasteboard = ObjC.Send(ObjC.Class("NSPasteboard"), "generalPasteboard");
        ObjC.Send(pasteboard, "clearContents");
        ObjC.Send(pasteboard, "setString:forType:", ObjC.String(text), ObjC.String(Utf8Text));
    }

    private static nint Array(nint item) => ObjC.Send(ObjC.Class("NSArray"), "arrayWithObject:", item);
}
