namespace Infra.Local.Lambda;

/// <summary>The forms in which callers name a function.</summary>
public static class FunctionName
{
    /// <summary>
    /// The plain name of <c>name</c>, <c>account:function:name</c> or an ARN, each with or without <c>:$LATEST</c>; other
    /// versions and aliases name no function here.
    /// </summary>
    public static string From(string nameOrArn)
    {
        ArgumentNullException.ThrowIfNull(nameOrArn);
        var unqualified = nameOrArn.EndsWith(":$LATEST", StringComparison.Ordinal) ? nameOrArn[..^":$LATEST".Length] : nameOrArn;
        const string Marker = "function:";
        var marker = unqualified.IndexOf(Marker, StringComparison.Ordinal);
        return marker < 0 ? unqualified : unqualified[(marker + Marker.Length)..];
    }
}
