namespace Infra.Local.Faults;

/// <summary>The faults that wait for their calls, oldest first; a call meets at most one.</summary>
public sealed class FaultPlan
{
    private readonly Lock _lock = new();
    private readonly List<(Fault Fault, int Seen)> _faults = [];

    public void Add(Fault fault)
    {
        lock (_lock)
        {
            _faults.Add((fault, 0));
        }
    }

    public void Clear()
    {
        lock (_lock)
        {
            _faults.Clear();
        }
    }

    /// <summary>The fault that this call meets, used up by one; null when it may go on.</summary>
    public Fault? Take(string service, string operation)
    {
        lock (_lock)
        {
            for (var i = 0; i < _faults.Count; i++)
            {
                var (fault, seen) = _faults[i];
                if (!fault.Matches(service, operation))
                {
                    continue;
                }

                _faults[i] = (fault, seen + 1);
                if (seen >= fault.After)
                {
                    RemoveIfUsedUp(i);
                    return fault;
                }
            }

            return null;
        }
    }

    /// <summary>For calls between services inside this process, which have no connection to cut: any fault but a delay is an error.</summary>
    public void ThrowIfPlanned(string service, string operation)
    {
        if (Take(service, operation) is { Kind: not FaultKind.Slow } fault)
        {
            throw fault.ToError(service, operation);
        }
    }

    private void RemoveIfUsedUp(int index)
    {
        var (fault, seen) = _faults[index];
        if (seen - fault.After >= fault.Times)
        {
            _faults.RemoveAt(index);
        }
    }
}
