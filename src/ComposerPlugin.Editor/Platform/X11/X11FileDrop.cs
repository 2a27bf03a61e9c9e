namespace ComposerPlugin.Editor;

/// <summary>
/// [main] Takes files that are dropped on a window: the target's side of XDND, versions 3 to 5. Many hosts are the target themselves, at
/// their top-level window; then nothing comes here.
/// </summary>
internal sealed unsafe class X11FileDrop
{
    private const uint Version = 5, OldestVersion = 3, MostTypes = 1000;

    private readonly nint _connection;
    private readonly uint _window;
    private readonly X11Atoms _atoms;
    private readonly Action<string> _dropped;
    private uint _source;
    private bool _hasFiles, _isDropped;

    public X11FileDrop(nint connection, uint window, X11Atoms atoms, Action<string> dropped)
    {
        (_connection, _window, _atoms, _dropped) = (connection, window, atoms, dropped);
        uint version = Version;
        Xcb.ChangeProperty(connection, Xcb.Replace, window, atoms.Aware, Xcb.AtomType, 32, 1, &version);
    }

    /// <summary>Handles a message of a source; ignores all others.</summary>
    public void Receive(XEvent* message)
    {
        uint source = message->Data[0], type = message->MessageType;
        if (type == _atoms.Enter)
            Enter(message);
        else if (source == 0 || source != _source)
            return;
        else if (type == _atoms.Position)
            Send(_atoms.Status, _hasFiles ? 1u : 0, _hasFiles ? _atoms.ActionCopy : 0);
        else if (type == _atoms.Leave)
            (_source, _isDropped) = (0, false);
        else if (type == _atoms.Drop)
            Drop(message->Data[2]);
    }

    /// <summary>Takes the files, which the source has put on the window.</summary>
    /// <param name="notice">A SelectionNotify.</param>
    public void Take(XEvent* notice)
    {
        if (!_isDropped || notice->Data[0] != _atoms.DragSelection)
            return;
        // Property 0: the source refuses. Another type than that asked for, such as INCR, is a list too long for one property.
        byte[]? list = notice->Data[2] == 0 ? null : XcbQueries.Bytes(_connection, _window, notice->Data[2], _atoms.UriList);
        if (notice->Data[2] != 0)
            Xcb.DeleteProperty(_connection, _window, notice->Data[2]);
        Finish(list is not null);
        foreach (string path in list is null ? [] : UriList.Paths(list))
            _dropped(path);
    }

    private void Enter(XEvent* message)
    {
        uint version = message->Data[1] >> 24;
        bool isMoreThanThree = (message->Data[1] & 1) != 0;
        _isDropped = false;
        // The window's own drag is no drop, whoever passes it on.
        _source = version < OldestVersion || message->Data[0] == _window ? 0 : message->Data[0];
        _hasFiles = isMoreThanThree
            ? XcbQueries.Numbers(_connection, _source, _atoms.TypeList, MostTypes).Contains(_atoms.UriList)
            : new ReadOnlySpan<uint>(message->Data + 2, 3).Contains(_atoms.UriList);
    }

    private void Drop(uint time)
    {
        _isDropped = _hasFiles;
        if (_hasFiles)
            Xcb.ConvertSelection(_connection, _window, _atoms.DragSelection, _atoms.UriList, _atoms.DragSelection, time);
        else
            Finish(isTaken: false);
    }

    private void Finish(bool isTaken)
    {
        Send(_atoms.Finished, isTaken ? 1u : 0, 0, isTaken ? _atoms.ActionCopy : 0);
        (_source, _isDropped) = (0, false);
    }

    // Status: flags, a rectangle, action. The rectangle is empty: the source sends each position. Finished: flags, action.
    private void Send(uint type, uint flags, uint last, uint second = 0)
    {
        var message = new XEvent { Type = Xcb.ClientMessage, Detail = 32, Window = _source, MessageType = type };
        message.Data[0] = _window;
        message.Data[1] = flags;
        message.Data[2] = second;
        message.Data[4] = last;
        Xcb.SendEvent(_connection, 0, _source, 0, &message);
    }
}
