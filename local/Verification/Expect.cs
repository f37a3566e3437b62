namespace Infra.Local.Verification;

/// <summary>Compares what was seen with what must be.</summary>
public static class Expect
{
    /// <exception cref="UnexpectedException">The two differ.</exception>
    public static void Equal<T>(T expected, T actual, string what)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
        {
            throw new UnexpectedException($"{what}: expected '{expected}', saw '{actual}'");
        }
    }

    /// <exception cref="UnexpectedException">The condition does not hold.</exception>
    public static void True(bool condition, string what)
    {
        if (!condition)
        {
            throw new UnexpectedException($"not so: {what}");
        }
    }
}
