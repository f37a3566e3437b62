namespace Infra.Local.Years.People;

/// <summary>How often operators did what they were asked for.</summary>
/// <param name="Publications">CA certificates published in Active Directory.</param>
/// <param name="Approvals">Certificates from a source bucket approved.</param>
public sealed record HumanActions(int Publications, int Approvals);
