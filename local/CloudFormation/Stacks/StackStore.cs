namespace Infra.Local.CloudFormation.Stacks;

/// <summary>The stacks that exist, in the order in which they were created.</summary>
internal sealed class StackStore
{
    private readonly Lock _lock = new();
    private readonly List<DeployedStack> _stacks = [];

    public IReadOnlyList<DeployedStack> All
    {
        get
        {
            lock (_lock)
            {
                return [.. _stacks];
            }
        }
    }

    public DeployedStack? Find(string name) => All.FirstOrDefault(stack => stack.Name == name);

    public IReadOnlyList<DeployedStack> Except(string name) => [.. All.Where(stack => stack.Name != name)];

    /// <summary>Keeps a stack as it is now; a deleted one is forgotten.</summary>
    public void Record(DeployedStack stack)
    {
        lock (_lock)
        {
            var index = _stacks.FindIndex(other => other.Name == stack.Name);
            if (stack.Status == StackStatus.DeleteComplete)
            {
                _stacks.RemoveAll(other => other.Name == stack.Name);
            }
            else if (index < 0)
            {
                _stacks.Add(stack);
            }
            else
            {
                _stacks[index] = stack;
            }
        }
    }
}
