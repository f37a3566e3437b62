namespace Infra.Local.DirectoryService;

/// <summary>A directory that somebody made outside of any template.</summary>
/// <param name="Id"><c>d-</c> and ten lower-case hexadecimal digits.</param>
/// <param name="Type">What it is; decides which features it can have.</param>
/// <param name="Name">Fully qualified domain name, such as <c>corp.example.mil</c>.</param>
public sealed record DirectorySpecification(string Id, DirectoryType Type, string Name)
{
    /// <summary>NetBIOS name. Default: the first label of the name, in capitals.</summary>
    public string ShortName { get; init; } = Name.Split('.')[0].ToUpperInvariant();

    /// <summary><c>Small</c> or <c>Large</c>. Default: Small.</summary>
    public string Size { get; init; } = "Small";
}
