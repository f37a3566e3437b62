namespace Infra.Local.Tests.CloudFormation;

/// <summary>Choices made by a list of numbers; once they are used up, each choice is the first.</summary>
internal sealed class Dice(IReadOnlyList<int> numbers)
{
    private int _next;

    /// <summary>From 0 up to but not including <paramref name="count"/>.</summary>
    public int Choose(int count) => _next < numbers.Count ? Math.Abs(numbers[_next++] % count) : 0;

    public bool OneIn(int count) => Choose(count) == count - 1;
}
