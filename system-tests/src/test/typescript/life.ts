// Walks one hazard through its life with the generated client, and prints what it saw. The arguments: the address of
// hazard-service, and the tokens of two people, since nobody decides or closes what he asked for or rectified himself.
import { Category, Configuration, Grade, Hazard, HazardsApi, ProblemFromJSON, ResponseError, Source, Status } from './client';

declare const process: { argv: string[]; exitCode: number };

const DAY = 24 * 60 * 60 * 1000;

const hazards = new HazardsApi(new Configuration({ basePath: process.argv[2], accessToken: process.argv[3] }));
const asAnother = new HazardsApi(new Configuration({ basePath: process.argv[2], accessToken: process.argv[4] }));

/** The id and version of a hazard: a step is taken only if nobody took another one meanwhile. */
function seen(hazard: Hazard): { id: string; ifMatch: string } {
    return { id: hazard.id, ifMatch: `"${hazard.version}"` };
}

function given<T>(value: T | null | undefined, what: string): T {
    if (value === null || value === undefined) {
        throw new Error(`the answer has no ${what}`);
    }
    return value;
}

/** The status and the steps that a refused closing names. */
async function refusedClosing(id: string): Promise<unknown> {
    try {
        await hazards.close({ id, closure: { opinion: '复查合格，同意销号' } });
    } catch (e) {
        if (e instanceof ResponseError) {
            const problem = ProblemFromJSON(await e.response.json());
            return { status: problem.status, hazardStatus: problem.hazardStatus, nextActions: problem.nextActions };
        }
        throw e;
    }
    throw new Error('a hazard that is not rectified was closed');
}

async function rectified(hazard: Hazard): Promise<Hazard> {
    return hazards.rectify({
        ...seen(hazard),
        rectification: { description: '已安装报警器并联动', rectifiedBy: '餐馆负责人' },
    });
}

async function life(): Promise<unknown> {
    const found = await hazards.registerHazard({
        idempotencyKey: `typescript-${Date.now()}`,
        finding: {
            districtCode: '630203',
            grade: Grade.Serious,
            category: Category.CommercialUse,
            source: Source.Inspection,
            description: '后厨未安装可燃气体报警器',
            foundBy: '检查人员甲',
        },
    });
    const refused = await refusedClosing(found.id);
    const assigned = await hazards.assign({
        ...seen(found),
        assignment: {
            unit: { name: '某餐馆' },
            responsible: { name: '餐馆负责人', phone: '13900000077' },
            withinDays: 7,
            measures: '安装可燃气体报警器',
            funds: 3200.5,
        },
    });
    const until = new Date(given(assigned.dueAt, 'deadline').getTime() + 3 * DAY);
    const asked = await hazards.askForExtension({
        ...seen(assigned),
        extensionAsked: { until, reason: '配件到货延迟', interimControls: '停用燃气，专人值守' },
    });
    const extended = await asAnother.decideExtension({
        ...seen(asked),
        n: given(asked.extensionRequest, 'request for an extension').n,
        decision: { approved: true, reason: '临时措施到位，同意延期' },
    });
    const returned = await hazards.sendBack({
        ...seen(await rectified(extended)),
        returning: { reason: '报警器安装高度不符合要求', withinDays: 3 },
    });
    const closed = await asAnother.close({
        ...seen(await rectified(returned)),
        closure: { opinion: '复查合格，同意销号' },
    });
    const reopened = await hazards.reopen({
        ...seen(closed),
        reopening: { reason: '回头看发现报警器再次被拆除', withinDays: 3 },
    });

    const history = await hazards.showHistory({ id: found.id });
    const list = await hazards.listHazards({ q: found.number, status: [Status.Assigned], foundFrom: found.foundAt, limit: 10 });
    return {
        id: found.id,
        refused,
        extendedByDays: (given(extended.dueAt, 'deadline').getTime() - given(assigned.dueAt, 'deadline').getTime()) / DAY,
        closedInRound: closed.round,
        steps: history.items.map((entry) => entry.type),
        inOrder: history.items.every((entry, i, all) => i === 0 || all[i - 1].at.getTime() <= entry.at.getTime()),
        listed: list.items.map((hazard) => hazard.number),
        number: reopened.number,
        status: reopened.status,
        round: reopened.round,
    };
}

life().then(
    (seen) => console.log(JSON.stringify(seen)),
    async (e) => {
        console.error(e instanceof ResponseError ? await e.response.text() : e);
        process.exitCode = 1;
    },
);
