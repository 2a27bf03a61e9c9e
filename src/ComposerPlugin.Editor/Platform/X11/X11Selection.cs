namespace ComposerPlugin.Editor;

/// <summary>
/// [main] A selection that the window may own: the clipboard, or the data of a drag. Other clients ask the owner for its content, in one of
/// its types. ICCCM, section 2.
/// </summary>
internal sealed unsafe class X11Selection(nint connection, uint window, X11Atoms atoms, uint selection, uint[] types)
{
    // A property of more bytes would need the incremental transfer; all servers take requests of this size.
    private const int MostBytes = (1 << 18) - 1024;

    private uint _since;

    /// <summary>Becomes the owner.</summary>
    /// <param name="time">The time of the event that is the reason.</param>
    public void Own(uint time)
    {
        _since = time;
        Xcb.SetSelectionOwner(connection, window, selection, time);
    }

    /// <summary>Gives the content to a client that asks for it, or refuses.</summary>
    /// <param name="request">A SelectionRequest.</param>
    /// <param name="content">The content, the same in all types; null if there is none.</param>
    public void Answer(XEvent* request, byte[]? content)
    {
        // A client of an old convention names no property: then the type is its name.
        uint property = request->Property == 0 ? request->Target : request->Property;
        var notice = new XEvent { Type = Xcb.SelectionNotify, Time = request->Time, Root = request->Requestor };
        notice.Data[0] = request->Selection;
        notice.Data[1] = request->Target;
        notice.Data[2] = Put(request->Requestor, property, request->Target, content) ? property : 0;
        Xcb.SendEvent(connection, 0, request->Requestor, 0, &notice);
    }

    // Safe: xcb copies the data into its own buffer before the call returns.
    private bool Put(uint requestor, uint property, uint type, byte[]? content)
    {
        if (content is null || content.Length > MostBytes)
            return false;
        if (type == atoms.Targets)
        {
            uint[] offered = [atoms.Targets, atoms.Timestamp, .. types];
            fixed (uint* first = offered)
                Xcb.ChangeProperty(connection, Xcb.Replace, requestor, property, Xcb.AtomType, 32, (uint)offered.Length, first);
            return true;
        }
        if (type == atoms.Timestamp)
        {
            uint since = _since;
            Xcb.ChangeProperty(connection, Xcb.Replace, requestor, property, Xcb.IntegerType, 32, 1, &since);
            return true;
        }
        if (!types.Contains(type))
            return false;
        fixed (byte* first = content)
            Xcb.ChangeProperty(connection, Xcb.Replace, requestor, property, type, 8, (uint)content.Length, first);
        return true;
    }
}
