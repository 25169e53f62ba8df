/** A mapping to begin with (docs/ledger-mapping.md). */
export const EXAMPLE = `ledger: chengdong-2026
dates:
  patterns: [yyyy-MM-dd HH:mm, yyyy-MM-dd, yyyy年M月d日]
  zone: Asia/Shanghai

found:
  at: 发现时间
  externalNumber: 编号
  districtCode: {column: 区, codes: {城东: "630102", 城中: "630103"}}
  grade: {column: 等级, codes: {重大: MAJOR, 较大: SERIOUS, 一般: GENERAL, 低: MINOR}}
  category: {value: COMMERCIAL_USE}
  source: {value: INSPECTION}
  description: 问题
  unit: {name: 单位}

life: [assigned, rectified, closed]

steps:
  assigned:
    at: 交办时间
    dueAt: 期限
    responsible: {name: 责任人, phone: 电话}
  rectified: {at: 整改时间, description: 整改情况}
  closed: {at: 销号时间, opinion: 复查意见}
`
