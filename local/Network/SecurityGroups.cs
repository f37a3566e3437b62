using System.Collections.Concurrent;
using System.Net;
using Infra.Local.Endpoint;

namespace Infra.Local.Network;

/// <summary>The account's security groups, and who uses them.</summary>
public sealed class SecurityGroups
{
    private readonly ConcurrentDictionary<string, SecurityGroup> _groups = new();
    private readonly ConcurrentDictionary<string, IReadOnlyList<string>> _users = new();

    /// <exception cref="AwsException"><c>InvalidGroup.NotFound</c>.</exception>
    public SecurityGroup Get(string id) => _groups.TryGetValue(id, out var group)
        ? group
        : throw new AwsException("InvalidGroup.NotFound", $"The security group '{id}' does not exist.");

    public SecurityGroup? Find(string id) => _groups.GetValueOrDefault(id);

    public void Put(SecurityGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        _groups[group.Id] = group;
    }

    public void PutRule(string groupId, string ruleId, IngressRule rule) =>
        Put(Get(groupId) with { Ingress = Get(groupId).Ingress.SetItem(ruleId, rule) });

    /// <summary>Removing a rule of a group that is gone does nothing.</summary>
    public void RemoveRule(string groupId, string ruleId)
    {
        if (Find(groupId) is { } group)
        {
            Put(group with { Ingress = group.Ingress.Remove(ruleId) });
        }
    }

    /// <exception cref="AwsException"><c>DependencyViolation</c> while something uses the group.</exception>
    public void Remove(string id)
    {
        if (_users.FirstOrDefault(use => use.Value.Contains(id)) is { Key: { } user })
        {
            throw new AwsException(
                "DependencyViolation", $"The security group '{id}' is in use by {user}. Delete or change that first.");
        }

        _groups.TryRemove(id, out _);
    }

    /// <summary>Notes that <paramref name="user"/> stands behind exactly these groups from now on.</summary>
    /// <exception cref="AwsException"><c>InvalidGroup.NotFound</c>.</exception>
    public void Use(string user, IReadOnlyList<string> groupIds)
    {
        ArgumentNullException.ThrowIfNull(groupIds);
        foreach (var id in groupIds)
        {
            _ = Get(id);
        }

        _users[user] = groupIds;
    }

    public void Release(string user) => _users.TryRemove(user, out _);

    /// <summary>True when any of the groups of <paramref name="user"/> lets a TCP connection in.</summary>
    public bool LetsIn(string user, IPAddress client, int port) =>
        _users.TryGetValue(user, out var groups) && groups.Any(id => Find(id)?.LetsIn(client, port) == true);
}
